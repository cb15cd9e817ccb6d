using System.Reflection;

namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Puts static fields back to what they were, so that each schedule starts from the same state.</summary>
internal sealed class StaticFields
{
    private readonly Dictionary<FieldInfo, object?> _before = [];

    /// <summary>Saves the value of a field, unless an earlier one of this schedule is saved.</summary>
    public void Save(FieldInfo field)
    {
        if (!_before.ContainsKey(field))
            _before.Add(field, field.GetValue(null));
    }

    public void Restore()
    {
        if (_before.Count == 0)
            return;
        foreach (var (field, value) in _before)
            field.SetValue(null, value);
        _before.Clear();
    }
}
