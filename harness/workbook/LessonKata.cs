namespace Katas.Harness.Workbook;

/// <summary>A kata as its lesson tells of it.</summary>
/// <param name="Order">Its place in the lesson, from 1.</param>
/// <param name="Name">Its name: the member, or the type, that the learner writes.</param>
/// <param name="Task">What to do: the first sentence under its heading.</param>
/// <param name="Learned">What was learned when it is done: the takeaway at the end of its part of the lesson; else the task.</param>
public sealed record LessonKata(int Order, string Name, string Task, string Learned);
