using System.Globalization;
using System.Text;

namespace Katas.Harness.Fixtures;

/// <summary>
/// What a person sees of what a program writes to a terminal: as much of one as our programs use. Lines are as long as they are written, so that
/// a test reads them whole; colours are left out.
/// </summary>
internal sealed class TerminalScreen
{
    private const char Escape = '\e';

    private readonly StringBuilder _sequence = new();
    private List<StringBuilder> _lines = [new()];
    private List<StringBuilder> _hidden = [new()];
    private int _row;
    private int _column;

    /// <summary>Whether the screen is the one of a program that takes it whole; left, it is as it was before.</summary>
    public bool IsAlternate { get; private set; }

    /// <summary>Whether the cursor is shown.</summary>
    public bool HasCursor { get; private set; } = true;

    /// <summary>The lines, without blanks at their ends.</summary>
    public string Text => string.Join('\n', _lines.Select(line => line.ToString().TrimEnd()));

    /// <summary>Takes what was written; a control sequence may come in several parts.</summary>
    public void Show(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (_sequence.Length > 0 || c == Escape)
                Continue(c);
            else
                Write(c);
        }
    }

    private void Continue(char c)
    {
        _sequence.Append(c);
        if (_sequence.Length < 2 || (_sequence.Length == 2 && c == '['))
            return;
        if (_sequence[1] == '[' && c is < '@' or > '~')
            return;
        if (_sequence[1] == '[')
            Execute(_sequence.ToString(2, _sequence.Length - 3), c);
        _sequence.Clear();
    }

    private void Execute(string parameter, char command)
    {
        switch (command, parameter)
        {
            case ('H', _):
                MoveTo(parameter);
                break;
            case ('K', "" or "0"):
                Line.Length = Math.Min(Line.Length, _column);
                break;
            case ('J', "" or "0"):
                Line.Length = Math.Min(Line.Length, _column);
                _lines.RemoveRange(_row + 1, _lines.Count - _row - 1);
                break;
            case ('h' or 'l', "?25"):
                HasCursor = command == 'h';
                break;
            case ('h' or 'l', "?1049") when IsAlternate != (command == 'h'):
                IsAlternate = !IsAlternate;
                (_lines, _hidden) = (_hidden, IsAlternate ? _lines : [new()]);
                (_row, _column) = (_lines.Count - 1, _lines[^1].Length);
                break;
        }
    }

    private void MoveTo(string parameter)
    {
        var place = parameter.Split(';');
        int Number(int index) =>
            place.Length > index
            && int.TryParse(place[index], CultureInfo.InvariantCulture, out var number)
                ? number - 1
                : 0;
        (_row, _column) = (Number(0), Number(1));
        while (_lines.Count <= _row)
            _lines.Add(new());
    }

    private void Write(char c)
    {
        switch (c)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                _row++;
                if (_row == _lines.Count)
                    _lines.Add(new());
                break;
            case '\b':
                _column = Math.Max(0, _column - 1);
                break;
            default:
                if (char.IsControl(c))
                    break;
                while (Line.Length <= _column)
                    Line.Append(' ');
                Line[_column++] = c;
                break;
        }
    }

    private StringBuilder Line => _lines[_row];
}
