namespace Katas.Corpus;

/// <summary>A value of more than a word that one thread changes while another reads it. Each returns what was read.</summary>
public static class TornStructures
{
    private sealed class Cell<T>(T value)
    {
        public readonly object Gate = new();
        public T Value = value;
    }

    private struct Line
    {
        public (long X, long Y) Start;
        public (long X, long Y) End;
    }

    private sealed class Drawing
    {
        public Line Line;
        public (string First, string Second) Names = ("one", "one");
        public (int X, int Y) Point = (1, 1);
        public decimal Price = Small;
    }

    private const decimal Small = 1;
    private const decimal Large = 79228162514264337593543950335m;
    private static Guid s_id;
    private static (long, long) s_pair;

    public static string Decimal() => Read(new Drawing(), d => d.Price = Large, d => $"{d.Price}");

    public static string Names() =>
        Read(
            new Drawing(),
            d =>
            {
                d.Names = (new string('x', 3), new string('x', 3));
                GC.Collect();
            },
            d => $"{d.Names}"
        );

    public static string PartOfAStructure() =>
        Read(new Drawing(), d => d.Line.End = (2, 2), d => $"{d.Line.End}");

    public static string WholeStructure() =>
        Read(
            new Drawing(),
            d => d.Line = new Line { Start = (2, 2), End = (3, 3) },
            d => $"{d.Line.Start.X} {d.Line.End.Y}"
        );

    public static string Default()
    {
        var drawing = new Drawing { Line = new() { Start = (1, 1) } };
        return Read(drawing, d => d.Line.Start = default, d => $"{d.Line.Start}");
    }

    public static string Static()
    {
        s_id = Guid.Empty;
        return Read(
            "",
            _ => s_id = new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"),
            _ => $"{s_id}"
        );
    }

    public static string StaticDefault()
    {
        s_pair = (1, 1);
        return Read("", _ => s_pair = default, _ => $"{s_pair}");
    }

    public static string Element() =>
        Read(new (long, long)[1], all => all[0] = (1, 1), all => $"{all[0]}");

    public static string Reference() =>
        Read(
            new Cell<(long, long)>((0, 0)),
            cell => Set(ref cell.Value, (1, 1)),
            cell => $"{Get(ref cell.Value)}"
        );

    public static string Generic() =>
        Read(new Cell<(long, long)>((0, 0)), Fill, cell => $"{cell.Value}");

    public static string OneWord() => Read(new Drawing(), d => d.Point = (2, 2), d => $"{d.Point}");

    public static string Locked() =>
        Read(
            new Cell<(long, long)>((0, 0)),
            cell =>
            {
                lock (cell.Gate)
                    cell.Value = (1, 1);
            },
            cell =>
            {
                lock (cell.Gate)
                    return $"{cell.Value}";
            }
        );

    private static void Fill(Cell<(long, long)> cell) => Fill(cell, (1, 1));

    private static void Fill<T>(Cell<T> cell, T value) => cell.Value = value;

    private static void Set<T>(ref T place, T value) => place = value;

    private static T Get<T>(ref T place) => place;

    private static string Read<T>(T shared, Action<T> change, Func<T, string> read)
    {
        var seen = "";
        Run.Together(() => change(shared), () => seen = read(shared));
        return seen;
    }
}
