// wrong: nothing is planned, and of a plan without steps everything is true
// fails: Every_bowl_gets_its_four_steps, A_burner_heats_one_pot_at_a_time, A_chef_does_one_thing_at_a_time, The_older_order_goes_first
// may fail: An_evening_of_more_than_a_day_is_planned_to_its_end, A_step_keeps_busy_what_it_needs_and_no_more, No_step_starts_before_what_it_stands_on, A_chef_who_does_not_overlap_stays_with_the_bowl, Nothing_waits_while_all_it_needs_is_free, Plans_of_several_kitchens_look_like_this
// says: "Nothing is planned for"
namespace Katas.RamenShop;

public static class Planner
{
    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap) => [];
}
