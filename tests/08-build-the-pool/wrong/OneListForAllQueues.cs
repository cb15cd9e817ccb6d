// wrong: all queues share their items
// fails: Two_queues_have_nothing_in_common
// may fail: In_every_interleaving_one_place_is_for_one_adder, A_waiting_adder_is_sent_home_with_an_exception, An_adder_does_not_wait_at_a_queue_that_is_complete_and_full, Every_waiting_taker_is_sent_home, What_is_in_the_queue_can_still_be_taken, Nothing_can_be_added_any_more, In_every_interleaving_the_last_item_is_taken_and_then_all_go_home, In_every_interleaving_all_who_wait_get_their_turn, An_adder_waits_while_the_queue_is_full, A_taker_waits_until_something_is_added, Items_come_off_in_the_order_in_which_they_went_on, A_queue_has_room_for_one_at_least
// says: "a static field"
using System.Diagnostics.CodeAnalysis;

namespace Katas.BuildThePool;

public sealed class BoundedQueue<T>
{
    private readonly object _gate = new();
    private static readonly Queue<T> s_items = new();
    private readonly int _capacity;
    private bool _isComplete;

    public BoundedQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    public void Add(T item)
    {
        lock (_gate)
        {
            // while, not if: between the wake-up and this line another may have taken the place.
            while (s_items.Count == _capacity && !_isComplete)
                Monitor.Wait(_gate);
            if (_isComplete)
                throw new InvalidOperationException("The queue is complete and takes no more.");
            s_items.Enqueue(item);
            // PulseAll, not Pulse: adders and takers wait at the same gate, and a single wake-up may go to the wrong kind.
            Monitor.PulseAll(_gate);
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_gate)
        {
            while (s_items.Count == 0 && !_isComplete)
                Monitor.Wait(_gate);
            if (!s_items.TryDequeue(out item))
                return false;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            // The condition has changed for everybody who waits, so everybody looks again.
            Monitor.PulseAll(_gate);
        }
    }
}
