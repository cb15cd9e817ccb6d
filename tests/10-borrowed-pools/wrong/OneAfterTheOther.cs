// wrong: the caller does it all, one item after the other
// fails: Results_come_in_the_order_of_the_items_whoever_is_done_first, As_many_as_allowed_run_at_once_and_never_more, All_that_was_thrown_reaches_the_caller, Nobody_is_at_work_any_more_when_a_failure_is_told, Two_workers_never_take_the_same_item, As_many_as_allowed_run_at_once_however_few_items_there_are
// says: "calls at once, but only 1 came"
namespace Katas.BorrowedPools;

public static class Mapping
{
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        try
        {
            return [.. items.Select(function)];
        }
        catch (Exception e)
        {
            throw new AggregateException(e);
        }
    }
}
