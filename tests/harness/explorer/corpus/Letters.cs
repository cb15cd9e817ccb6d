namespace Katas.Corpus;

/// <summary>A message and an ordinary flag that announces it.</summary>
public static class Letters
{
    private sealed class Letter
    {
        private int _data;
        private bool _ready;

        public void Write()
        {
            _data = 42;
            _ready = true;
        }

        public int Read() => _ready ? _data : 42;
    }

    public static void ReadAnOldValue(Action<Action[]> together)
    {
        var letter = new Letter();
        together([letter.Write, () => Run.Expect(letter.Read() == 42, "the letter is empty")]);
    }
}
