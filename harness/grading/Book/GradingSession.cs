using System.Security.Cryptography;
using System.Text;
using Katas.Harness.Grading.Formats;
using Katas.Harness.Grading.Intake;
using Katas.Harness.Grading.Pages;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Book;

/// <summary>
/// Grades a class into a folder. What was graded before and has not changed is not graded again; what is graded is kept at once.
/// </summary>
public sealed class GradingSession : IDisposable
{
    private readonly GradingOptions _options;
    private readonly IChapterGrader _grader;
    private readonly GradeStore _store;
    private readonly FileStream _lock;
    private readonly List<ClassMember> _members;
    private readonly List<string> _notes;
    private readonly string _workbook;

    private GradingSession(GradingOptions options, IChapterGrader grader, ClassIntake intake)
    {
        (_options, _grader) = (options, grader);
        Directory.CreateDirectory(options.Output);
        _lock = Lock(Path.Combine(options.Output, ".lock"));
        _store = new(Path.Combine(options.Output, "kept"));
        _workbook = WorkbookVersion.Of(options.Paths);
        _members = [.. intake.HandIns.Select(handIn => new ClassMember(handIn))];
        _notes = [.. intake.Notes, .. NamesOfNobody(options.Config, _members)];
        // What a run left behind that was killed.
        if (Directory.Exists(WorkFolder))
            Directory.Delete(WorkFolder, recursive: true);
        foreach (var member in _members)
            member.Read();
        Pending = [.. _members.SelectMany(PendingOf)];
    }

    /// <summary>The chapters that have to be graded, students in order.</summary>
    public IReadOnlyList<PendingChapter> Pending { get; }

    /// <summary>How many students there are.</summary>
    public int Students => _members.Count;

    /// <summary>What separated the submissions in the book from the machines that judged them.</summary>
    public string Isolation =>
        BookIsolation.Of(_members.SelectMany(member => Kept(member).Values), _grader.Isolation);

    private string WorkFolder => Path.Combine(_options.Output, ".work");

    private string StudentFolder => Path.Combine(_options.Output, StudentPages.Folder);

    /// <summary>Sees what has to be graded.</summary>
    /// <param name="options">How.</param>
    /// <param name="grader">Who grades.</param>
    /// <param name="intake">The class.</param>
    /// <exception cref="IOException">The folder cannot be written, or somebody else grades into it.</exception>
    public static GradingSession Open(
        GradingOptions options,
        IChapterGrader grader,
        ClassIntake intake
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(grader);
        ArgumentNullException.ThrowIfNull(intake);
        return new(options, grader, intake);
    }

    /// <summary>Grades a chapter and keeps what came of it. Safe to call from many threads.</summary>
    /// <param name="chapter">One of <see cref="Pending"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task Grade(PendingChapter chapter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chapter);
        var member = chapter.Member;
        if (!member.HandIn.Read().Chapters.TryGetValue(chapter.Slug, out var content))
            return;
        var folder = Path.Combine(WorkFolder, $"{member.Key}-{chapter.Slug}");
        Directory.CreateDirectory(folder);
        try
        {
            var grade = await Judge(content, folder, cancellationToken).ConfigureAwait(false);
            _store.Keep(
                member.Key,
                new(content.Hash(), Conditions(grade), CleanGrade.Of(grade, folder))
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes the gradebook, the students' pages and the files for other programs.</summary>
    /// <returns>Whether every submission could be read, and every chapter judged.</returns>
    public bool Write()
    {
        Directory.CreateDirectory(StudentFolder);
        var summary = new ClassSummary(
            _options.Output,
            Isolation,
            _workbook,
            _options.Clock.GetUtcNow(),
            _notes,
            _options.Slugs
        );
        var rules = new PointRules(_options.Config);
        var katas = _options.Slugs.ToDictionary(
            slug => slug,
            slug => LessonKatas.Read(_options.Paths, slug).Select(kata => kata.Name).ToList(),
            StringComparer.Ordinal
        );
        var writers = Writers(summary);
        var isComplete = true;
        try
        {
            foreach (var member in _members)
            {
                var work = member.HandIn.Read();
                var student = Result(member, work, rules, katas);
                isComplete &= IsComplete(student);
                writers.ForEach(writer => writer.Add(student, work));
            }
            writers.ForEach(writer => writer.Finish());
        }
        finally
        {
            writers.ForEach(writer => writer.Dispose());
        }
        return isComplete;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(WorkFolder))
            Directory.Delete(WorkFolder, recursive: true);
        _lock.Dispose();
    }

    private static FileStream Lock(string file)
    {
        try
        {
            return new(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException(
                $"'{Path.GetDirectoryName(file)}' is in use: another kata grade writes into it. Wait for it, or give this one another --out.",
                e
            );
        }
    }

    private static IEnumerable<string> NamesOfNobody(
        GradingConfig config,
        IReadOnlyCollection<ClassMember> members
    ) =>
        config
            .Names.Keys.Concat(config.HandedIn.Keys)
            .Distinct(StringComparer.Ordinal)
            .Where(name =>
                !members.Any(member =>
                    member.HandIn.Student == name || member.HandIn.Name.Id == name
                )
            )
            .Select(name =>
                PlainText.Line($"The configuration names '{name}', who has handed in nothing.")
            );

    private static bool IsComplete(StudentResult student) =>
        student.Chapters.Any(chapter => chapter.Grade.State != ChapterState.Missing)
        && student.Chapters.All(chapter => chapter.Grade.State != ChapterState.NotJudged);

    /// <summary>The later chapters, which wait for processes and a broker, come first: at the end of a class the short ones fill both cores.</summary>
    private IEnumerable<PendingChapter> PendingOf(ClassMember member)
    {
        var kept = _store.Read(member.Key);
        return _options
            .Slugs.Reverse()
            .Where(slug =>
                member.Contents.TryGetValue(slug, out var content)
                && !IsCurrent(kept.GetValueOrDefault(slug), content)
            )
            .Select(slug => new PendingChapter(member, slug));
    }

    private bool IsCurrent(KeptChapter? kept, string content) =>
        kept is not null
        && kept.Grade.State != ChapterState.NotJudged
        && kept.Content == content
        && kept.Conditions == Conditions(kept.Grade);

    /// <summary>What verdicts depend on. Of the configuration that is only whether a chapter runs that uses what it may not, and only for such a chapter.</summary>
    private string Conditions(ChapterGrade grade)
    {
        var rule = grade.Violations.Count > 0 ? $"{_options.Config.Violations}" : "";
        var hash = SHA256.HashData(
            Encoding.UTF8.GetBytes($"{_workbook}\n{_grader.Isolation ?? grade.Isolation}\n{rule}")
        );
        return Convert.ToHexStringLower(hash);
    }

    private async Task<ChapterGrade> Judge(
        SubmittedChapter chapter,
        string folder,
        CancellationToken cancellationToken
    )
    {
        try
        {
            chapter.Write(folder);
            var grade = await _grader
                .Grade(chapter.Slug, folder, cancellationToken)
                .ConfigureAwait(false);
            return grade with { Isolation = grade.Isolation ?? _grader.Isolation };
        }
        catch (Exception e) when (e is not (OperationCanceledException or ClusterException))
        {
            // Whatever it was, the others are graded.
            return new(chapter.Slug, ChapterState.NotJudged, [])
            {
                Notes = [$"It could not be judged: {e.GetType().Name}: {e.Message}"],
            };
        }
    }

    /// <summary>What is kept of the chapters that are in the book, by slug.</summary>
    private Dictionary<string, ChapterGrade> Kept(ClassMember member) =>
        _store
            .Read(member.Key)
            .Where(chapter =>
                member.Contents.ContainsKey(chapter.Key)
                && _options.Slugs.Contains(chapter.Key, StringComparer.Ordinal)
            )
            .ToDictionary(
                chapter => chapter.Key,
                chapter => chapter.Value.Grade,
                StringComparer.Ordinal
            );

    private StudentResult Result(
        ClassMember member,
        SubmittedWork work,
        PointRules rules,
        Dictionary<string, List<string>> katas
    )
    {
        var name = member.HandIn.Name;
        var kept = Kept(member);
        var time = name.HandedIn ?? Find(_options.Config.HandedIn, name);
        var chapters = _options
            .Slugs.Select(slug =>
                rules.Of(
                    kept.GetValueOrDefault(slug) ?? new(slug, ChapterState.Missing, []),
                    katas[slug],
                    new(time, name.IsLate)
                )
            )
            .ToList();
        var display =
            _options.Config.Names.GetValueOrDefault(name.Student)
            ?? _options.Config.Names.GetValueOrDefault(name.Id ?? "")
            ?? name.Student;
        return new(name.Student, PlainText.Line(display), member.Key, chapters)
        {
            Id = name.Id,
            Email = name.Email,
            HandedIn = time,
            Notes = work.Notes,
            Flags = [.. StudentFlags.Of(chapters, work.Notes, name.IsLate)],
        };
    }

    private static DateTimeOffset? Find(
        IReadOnlyDictionary<string, DateTimeOffset> times,
        HandInName name
    ) =>
        times.TryGetValue(name.Student, out var time)
        || (name.Id is { } id && times.TryGetValue(id, out time))
            ? time
            : null;

    private List<IBookWriter> Writers(ClassSummary summary) =>
        [
            new ResultJson(summary),
            new GradebookCsv(summary),
            new JUnitXml(summary),
            new StudentPages(summary, _options.Paths),
            new GradebookPage(summary),
            .. _options.Formats.Select(format => FormatWriters.Create(format, summary)),
        ];
}
