namespace Katas.Corpus;

/// <summary>A stack without locks, to see how much a weak memory adds to the search.</summary>
public static class TreiberStacks
{
    private sealed class Node(int value)
    {
        public readonly int Value = value;
        public Node? Next;
    }

    private sealed class Stack
    {
        private Node? _top;

        public void Push(int value)
        {
            var node = new Node(value);
            Node? top;
            do
            {
                top = _top;
                node.Next = top;
            } while (Interlocked.CompareExchange(ref _top, node, top) != top);
        }

        public int Pop()
        {
            while (true)
            {
                var top = _top;
                if (top is null)
                    return 0;
                if (Interlocked.CompareExchange(ref _top, top.Next, top) == top)
                    return top.Value;
            }
        }
    }

    public static void TwoPushesAndTwoPops(Action<Action[]> together)
    {
        var stack = new Stack();
        var (a, b) = (0, 0);
        together([
            () =>
            {
                stack.Push(1);
                a = stack.Pop();
            },
            () =>
            {
                stack.Push(2);
                b = stack.Pop();
            },
        ]);
        Run.Expect(a + b == 3, $"{a} and {b} were taken");
    }
}
