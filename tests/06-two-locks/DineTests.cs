using System.Runtime.CompilerServices;
using Katas.Harness.Explorer;
using Katas.Harness.Testing;

namespace Katas.TwoLocks;

[Kata(3, typeof(Table), nameof(Table.Dine))]
public class DineTests
{
    [Test]
    public void A_guest_eats()
    {
        var meals = 0;

        Table.Dine(new Chopstick(1), new Chopstick(2), () => meals++);

        Assert.That(meals, Is.EqualTo(1));
    }

    [Test]
    public void Who_eats_holds_the_gates_of_both_chopsticks()
    {
        var (left, right) = (new Chopstick(2), new Chopstick(1));
        var held = (false, false);

        Table.Dine(
            left,
            right,
            () => held = (left.Gate.IsHeldByCurrentThread, right.Gate.IsHeldByCurrentThread)
        );

        Assert.That(
            held,
            Is.EqualTo((true, true)),
            "(whether the gates of the left and the right chopstick were locked during the meal): whoever holds a chopstick's Gate holds the chopstick, so no other lock will do. Look at what is locked."
        );
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void Everybody_eats_once(int guests) =>
        Explorer.Check(() =>
        {
            var meals = 0;

            Explorer.Together(Guests(guests, _ => meals++));

            Assert.That(
                meals,
                Is.EqualTo(guests),
                $"{guests} guests sat down, and not all have eaten once"
            );
        });

    [Test]
    public void Neighbours_do_not_eat_at_the_same_time() =>
        Explorer.Check(() =>
        {
            var (eating, together) = (0, 0);

            Explorer.Together(
                Guests(
                    2,
                    _ =>
                    {
                        together = Math.Max(together, ++eating);
                        Explorer.LetOthersRun();
                        eating--;
                    }
                )
            );

            Assert.That(
                together,
                Is.EqualTo(1),
                "Two neighbours were eating at the same moment, with the same chopstick. Look at which locks are held while they eat"
            );
        });

    [TestCase(1, 2, 3)]
    [TestCase(3, 2, 1)]
    [TestCase(2, 1, 3)]
    [TestCase(1, 3, 2)]
    public void A_chopstick_is_held_by_one_as_long_as_they_eat(int left, int shared, int right) =>
        Explorer.Check(() =>
        {
            var (holders, most) = (0, 0);
            void Eat()
            {
                most = Math.Max(most, ++holders);
                Explorer.LetOthersRun();
                holders--;
            }
            var (outer, between, other) = (
                new Chopstick(left),
                new Chopstick(shared),
                new Chopstick(right)
            );

            Explorer.Together(
                () => Table.Dine(outer, between, Eat),
                () => Table.Dine(between, other, Eat)
            );

            Assert.That(
                most,
                Is.EqualTo(1),
                $"Two guests who share chopstick {shared}, and no other, were eating at the same moment. Look at when each of the two chopsticks is laid down"
            );
        });

    [Test]
    public void Guests_who_are_no_neighbours_eat_at_the_same_time() =>
        Explorer.Check(() =>
        {
            var eating = 0;
            void Eat()
            {
                eating++;
                Explorer.WaitUntil(() => eating == 2, "the guest at the other side to eat, too");
            }
            var sticks = Enumerable.Range(1, 4).Select(place => new Chopstick(place)).ToArray();

            Explorer.Together(
                () => Table.Dine(sticks[0], sticks[1], Eat),
                () => Table.Dine(sticks[2], sticks[3], Eat)
            );

            Assert.That(eating, Is.EqualTo(2));
        });

    [Test]
    public void Who_waits_for_a_chopstick_is_in_nobodys_way() =>
        Explorer.Check(() =>
        {
            var (isEating, hasEaten) = (false, false);
            var sticks = Enumerable.Range(1, 5).Select(place => new Chopstick(place)).ToArray();

            Explorer.Together(
                () =>
                    Table.Dine(
                        sticks[0],
                        sticks[1],
                        () =>
                        {
                            isEating = true;
                            Explorer.WaitUntil(
                                () => hasEaten,
                                "the guest at the other side to eat, who shares no chopstick with the two others"
                            );
                        }
                    ),
                () =>
                {
                    Explorer.WaitUntil(() => isEating, "the first guest to eat");
                    Table.Dine(sticks[1], sticks[2], () => { });
                },
                () => Table.Dine(sticks[3], sticks[4], () => hasEaten = true)
            );

            Assert.That(hasEaten, Is.True);
        });

    [Test]
    public void Who_chokes_lays_the_chopsticks_down() =>
        Explorer.Check(() =>
        {
            var meals = 0;
            var (left, right) = (new Chopstick(1), new Chopstick(2));

            Explorer.Together(
                () =>
                    Assert.Catch(() =>
                        Table.Dine(left, right, () => throw new IOException("too hot"))
                    ),
                () => Table.Dine(right, left, () => meals++)
            );

            Assert.That(meals, Is.EqualTo(1));
        });

    [Test]
    public void What_the_meal_throws_reaches_the_guest_as_it_was_thrown()
    {
        var hot = new IOException("too hot");

        var seen = Assert.Catch(() =>
            Table.Dine(new Chopstick(1), new Chopstick(2), () => Bite(hot))
        );

        Assert.That(
            seen,
            Is.SameAs(hot),
            "The meal threw an exception, and the guest got another one. Look for what catches it on the way."
        );
        Assert.That(
            seen!.StackTrace,
            Does.Contain(nameof(Bite)),
            "The stack trace does not show where the meal went wrong: `throw e` starts it anew. Look for a way to put the chopsticks down that catches nothing."
        );
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Bite(Exception exception) => throw exception;

    [TestCase(1, 3)]
    [TestCase(10, 20)]
    [TestCase(-1, 1)]
    [TestCase(int.MinValue, 0)]
    public void Everybody_eats_whatever_the_places_are_called(int one, int other) =>
        Explorer.Check(() =>
        {
            var meals = 0;
            var (left, right) = (new Chopstick(one), new Chopstick(other));

            Explorer.Together(
                () => Table.Dine(left, right, () => meals++),
                () => Table.Dine(right, left, () => meals++)
            );

            Assert.That(meals, Is.EqualTo(2));
        });

    /// <summary>Guests around a table, each between two chopsticks.</summary>
    private static Action[] Guests(int count, Action<int> eat)
    {
        var sticks = Enumerable.Range(1, count).Select(place => new Chopstick(place)).ToArray();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select<int, Action>(i =>
                    () => Table.Dine(sticks[i], sticks[(i + 1) % count], () => eat(i))
                ),
        ];
    }
}
