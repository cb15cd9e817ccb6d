using System.Reflection;

namespace Katas.Corpus;

/// <summary>A text that grows by reflection, which the explorer does not see: nothing that a program's own bookkeeping does may be a scheduling point.</summary>
internal sealed class UnseenText
{
    private static readonly FieldInfo Text = typeof(UnseenText).GetField(
        nameof(_text),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    private readonly string _text = "";

    public void Add(object what) => Text.SetValue(this, $"{this} {what}");

    public override string ToString() => (string)Text.GetValue(this)!;
}
