// attack: a bell whose base class says that it equals every other without fields
// chapter: 06-two-locks
// expect: NotAllowed System.Attribute as a part of OrderBell
namespace Katas.TwoLocks;

public sealed class OrderBell : Attribute
{
    public void Subscribe(Action callback) => throw new NotImplementedException();

    public void Notify() => throw new NotImplementedException();
}
