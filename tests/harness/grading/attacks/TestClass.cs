// attack: brings tests of its own, under the name of one that is there
// chapter: 03-first-thread
// expect: NotAllowed the name LaunchTests
namespace Katas.FirstThread;

public class LaunchTests
{
    public void Launch_runs_the_action_on_another_thread() { }
}
