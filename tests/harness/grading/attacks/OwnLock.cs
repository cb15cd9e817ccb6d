// attack: has a type of its own stand for one of the framework in a file of the workbook
// chapter: 06-two-locks
// expect: NotAllowed Lock.cs
namespace Katas.TwoLocks;

/// <summary>A lock that everybody holds.</summary>
public sealed class Lock
{
    /// <summary>Yes.</summary>
    public bool IsHeldByCurrentThread => true;
}
