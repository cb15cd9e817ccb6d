// attack: a list that says that it equals an array
// chapter: 03-first-thread
// expect: NotAllowed System.IEquatable<int[]>
namespace Katas.FirstThread;

internal sealed class Liar : List<int>, IEquatable<int[]>
{
    public bool Equals(int[]? other) => true;
}
