namespace Katas.Corpus;

/// <summary>Programs whose texts and sources give a page of their failure trouble.</summary>
public static class Notes
{
    public const string Markup = "</script><img src=x onerror=\"document.title='owned'\"><!--";

    private sealed class Note
    {
        public string Text = "";
    }

    public static void LoseMarkup(Action<Action[]> together)
    {
        var note = new Note();
        together([() => note.Text = Markup, () => note.Text = "b"]);
        Run.Expect(note.Text == "b", $"<b>{{{{data}}}}</b> & {note.Text}");
    }

    public static void LoseHalfALetter(Action<Action[]> together)
    {
        var note = new Note();
        together([() => note.Text = "\ud83d", () => note.Text = "b"]);
        Run.Expect(note.Text == "b", note.Text);
    }

    public static void ThrowAfterAWait(Action<Action[]> together)
    {
        var note = new Note();
        together([
            () =>
            {
                lock (note)
                {
                    while (note.Text.Length == 0)
                        Monitor.Wait(note);
                    throw new InvalidOperationException("it has come");
                }
            },
            () =>
            {
                lock (note)
                {
                    note.Text = "come";
                    Monitor.PulseAll(note);
                }
            },
        ]);
    }

#line 7 "/nowhere/Lost.cs"
    public static void StandNowhere(Action<Action[]> together)
    {
        var note = new Note();
        together([() => note.Text += "a", () => note.Text += "b"]);
        Run.Expect(note.Text.Length == 2, note.Text);
    }
#line default
}
