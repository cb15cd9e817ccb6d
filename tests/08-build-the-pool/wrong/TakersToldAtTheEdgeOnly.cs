// wrong: a taker is woken when the queue was empty, and only one, so the second sleeps on beside an item
// fails: In_every_interleaving_all_takers_are_woken_when_there_is_enough_for_all
// may fail: As_many_jobs_run_at_once_as_there_are_cooks, All_cooks_may_order_from_their_own_kitchen_at_once, Results_come_in_the_order_of_the_arguments_whichever_is_ready_first, All_cooks_work_at_once, The_first_exception_in_the_order_of_the_arguments_is_thrown, Every_submitted_job_is_done_when_the_kitchen_has_closed, No_cook_is_left_when_the_kitchen_has_closed, Many_jobs_wait_their_turn_and_all_are_done, The_rail_has_room_for_a_hundred_jobs_and_then_Submit_waits
// says: "waits"
using System.Diagnostics.CodeAnalysis;

namespace Katas.BuildThePool;

public sealed class BoundedQueue<T>
{
    private readonly object _gate = new();
    private readonly Queue<T> _items = new();
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
            while (_items.Count == _capacity && !_isComplete)
                Monitor.Wait(_gate);
            if (_isComplete)
                throw new InvalidOperationException("The queue is complete and takes no more.");
            _items.Enqueue(item);
            if (_items.Count == 1)
                Monitor.Pulse(_gate);
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_gate)
        {
            while (_items.Count == 0 && !_isComplete)
                Monitor.Wait(_gate);
            if (!_items.TryDequeue(out item))
                return false;
            if (_items.Count == _capacity - 1)
                Monitor.PulseAll(_gate);
            return true;
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Monitor.PulseAll(_gate);
        }
    }
}
