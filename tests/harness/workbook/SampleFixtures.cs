using Katas.Harness.Testing;

namespace Katas.Harness.Workbook;

// Test classes without tests: what TestAssembly reads of them is all that counts.
[Kata(1, typeof(Sample), nameof(Sample.Stub))]
public static class StubFixture;

[Kata(1, typeof(Sample), nameof(Sample.Stub))]
public static class StubFixtureToo;

[Kata(3, typeof(Sample), nameof(Sample.WrittenAsync))]
public static class WrittenAsyncFixture;

[Kata(2, typeof(Sample), nameof(Sample.Written))]
public static class WrittenFixture
{
    public static void Simple() { }

    public static void Another() { }
}

[Kata(4, typeof(Sample), nameof(Sample.HalfAsync))]
public static class HalfAsyncFixture;

[Kata(5, typeof(Sample), nameof(Sample.Throws))]
public static class ThrowsFixture;

[Kata(6, typeof(SampleQueue<>))]
public static class QueueFixture;
