using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>What rewritten code calls before it touches something that may be shared.</summary>
internal static class SchedulingPoints
{
    private static int s_explorations;
    private static int s_weakMemories;
    private static int s_recordings;
    private static long s_unknowns;

    // Read without a fence: the threads of an exploration start after it was counted, and other threads may be told late.

    /// <summary>Whether any exploration runs in this process. All that a scheduling point costs when none does.</summary>
    public static bool IsExploring => s_explorations != 0;

    /// <summary>Whether any schedule is written down in this process.</summary>
    public static bool IsRecording => s_recordings != 0;

    /// <summary>Stands for an argument that no report can show.</summary>
    public static object Unshown => UnshownValue.Instance;

    public static void BeginExploration(bool isMemoryWeak, bool isRecorded)
    {
        Interlocked.Increment(ref s_explorations);
        if (isRecorded)
            Interlocked.Increment(ref s_recordings);
        if (isMemoryWeak)
            Interlocked.Increment(ref s_weakMemories);
    }

    public static void EndExploration(bool isMemoryWeak, bool isRecorded)
    {
        Interlocked.Decrement(ref s_explorations);
        if (isRecorded)
            Interlocked.Decrement(ref s_recordings);
        if (isMemoryWeak)
            Interlocked.Decrement(ref s_weakMemories);
    }

    /// <summary>The fiber that the calling thread runs, if it is one of an exploration's.</summary>
    public static bool IsExplored(out Execution execution, out Fiber fiber)
    {
        if (s_explorations != 0)
        {
            if (CarrierThread.Current is { Fiber: { } mine } carrier)
            {
                execution = carrier.Execution;
                fiber = mine;
                return true;
            }
            UncontrolledThreads.FailOrigin(0);
        }
        execution = null!;
        fiber = null!;
        return false;
    }

    /// <summary>The number that all assemblies share for a field that one of them uses and another declares.</summary>
    public static int NumberOfForeignField(int field) =>
        s_explorations == 0 ? field : SiteMaps.NumberOf(field);

    public static void Read(object? owner, int field, int site)
    {
        if (s_explorations != 0 && owner is not null)
            Access(owner, field, 0, OperationKind.Read, site);
    }

    public static void Write(object? owner, int field, int site)
    {
        if (s_explorations != 0 && owner is not null)
            Access(owner, field, 0, OperationKind.Write, site);
    }

    public static void ReadStatic(int field, int site)
    {
        if (s_explorations != 0)
            Access(null, field, 0, OperationKind.Read, site);
    }

    public static void WriteStatic(int field, int site)
    {
        if (s_explorations == 0 || CarrierThread.Current is not { } carrier)
            return;
        if (SiteMaps.Find(field, null) is { } info)
            carrier.Execution.SaveStatic(info);
        Access(null, field, 0, OperationKind.Write, site);
    }

    /// <summary>Saves a static field of a generic type before it is written.</summary>
    public static void SaveStatic(RuntimeTypeHandle type, int field)
    {
        if (
            s_explorations != 0
            && CarrierThread.Current is { } carrier
            && SiteMaps.Field(field).FindIn(Type.GetTypeFromHandle(type)!) is { } info
        )
            carrier.Execution.SaveStatic(info);
    }

    public static void ReadElement(Array? array, nint index, int site)
    {
        if (s_explorations != 0 && array is not null)
            Access(array, LocationKind.Element, index, OperationKind.Read, site);
    }

    public static void WriteElement(Array? array, nint index, int site)
    {
        if (s_explorations != 0 && array is not null)
            Access(array, LocationKind.Element, index, OperationKind.Write, site);
    }

    /// <summary>Code that is not rewritten reads an element.</summary>
    public static void ReadElementByCall(Array array, nint index, int site) =>
        Access(array, LocationKind.Element, index, OperationKind.Read, site, MemoryOrder.Foreign);

    /// <summary>Code that is not rewritten writes an element.</summary>
    public static void WriteElementByCall(Array array, nint index, int site) =>
        Access(array, LocationKind.Element, index, OperationKind.Write, site, MemoryOrder.Foreign);

    /// <summary>The flat index of an element in an array of several dimensions, computed one dimension after the other.</summary>
    public static nint NextIndex(Array? array, nint index, int dimension, int number) =>
        s_explorations == 0 || array is null
            ? 0
            : index * array.GetLength(dimension) + number - array.GetLowerBound(dimension);

    /// <summary>The runtime wants to initialise a type whose static constructor was moved.</summary>
    public static void RunStaticConstructor(RuntimeTypeHandle type) =>
        StaticConstructors.Run(Type.GetTypeFromHandle(type)!);

    /// <summary>A type is used whose static constructor was moved.</summary>
    public static void ReachStaticConstructor(RuntimeTypeHandle type, int site) =>
        StaticConstructors.Reach(Type.GetTypeFromHandle(type)!, site);

    /// <summary>Notes the address of a field: what is done through it is done to the field.</summary>
    public static ref T Address<T>(ref T address, object? owner, int field)
    {
        if (s_explorations != 0 && owner is not null && IsExplored(out var execution, out _))
            RecordAddress(execution, ref address, owner, field, 0);
        return ref address;
    }

    public static ref T AddressStatic<T>(ref T address, int field)
    {
        if (s_explorations != 0 && IsExplored(out var execution, out _))
        {
            if (SiteMaps.Find(field, null) is { } info)
                execution.SaveStatic(info);
            RecordAddress(execution, ref address, null, field, 0);
        }
        return ref address;
    }

    public static ref T AddressOfElement<T>(ref T address, Array? array, nint index)
    {
        if (s_explorations != 0 && array is not null && IsExplored(out var execution, out _))
            RecordAddress(execution, ref address, array, LocationKind.Element, index);
        return ref address;
    }

    public static void ReadThrough(ref byte address, int site) =>
        AccessThrough(ref address, OperationKind.Read, site, MemoryOrder.Plain);

    public static void WriteThrough(ref byte address, int site) =>
        AccessThrough(ref address, OperationKind.Write, site, MemoryOrder.Plain);

    /// <summary>Reads a value that may have more than a word.</summary>
    public static T LoadStructure<T>(ref T address, int site)
    {
        if (!IsExplored(out var execution, out var fiber))
            return address;
        var (value, parts) = (default(T)!, PartsOf<T>(execution));
        for (var i = 0; i < parts; i++)
        {
            AccessPart(execution, fiber, ref address, OperationKind.Read, i, site);
            if (parts == 1)
                value = address;
            else
                WordCopy<T>.Copy(ref address, ref value, i);
        }
        return value;
    }

    /// <summary>Writes a value that may have more than a word.</summary>
    public static void StoreStructure<T>(ref T address, T value, int site)
    {
        if (!IsExplored(out var execution, out var fiber))
        {
            address = value;
            return;
        }
        var parts = PartsOf<T>(execution);
        for (var i = 0; i < parts; i++)
        {
            AccessPart(execution, fiber, ref address, OperationKind.Write, i, site);
            if (parts == 1)
                address = value;
            else
                WordCopy<T>.Copy(ref value, ref address, i);
        }
    }

    /// <summary>Code that is not rewritten reads through a reference.</summary>
    public static void ReadByCall(ref byte address, int site) =>
        AccessThrough(ref address, OperationKind.Read, site, MemoryOrder.Foreign);

    /// <summary>Code that is not rewritten reads or writes through a reference.</summary>
    public static void WriteByCall(ref byte address, int site) =>
        AccessThrough(ref address, OperationKind.Write, site, MemoryOrder.Foreign);

    /// <summary>The value that a read returns, which need not be the newest in a weak memory.</summary>
    public static T Loaded<T>(T value) =>
        s_weakMemories != 0
        && IsExplored(out var execution, out var fiber)
        && execution.Memory is { } memory
            ? memory.Load(fiber, value)
            : value;

    /// <summary>Where the calling thread keeps its value of a field that each thread has for itself.</summary>
    public static ref T OfThread<T>(ref T address, RuntimeTypeHandle type, int field)
    {
        if (!IsExplored(out var execution, out var fiber))
            return ref address;
        var key = (type, field);
        var box =
            ThreadValues.Find<T>(fiber, key)
            ?? ThreadValues.Add<T>(execution, fiber, key, default!);
        return ref box.Value!;
    }

    /// <summary>A reference was read from a read-only field.</summary>
    public static T Followed<T>(T value, object? owner)
    {
        if (
            s_weakMemories != 0
            && owner is not null
            && value is not null
            && IsExplored(out var execution, out var fiber)
        )
            execution.Memory?.Follow(fiber, owner, value);
        return value;
    }

    /// <summary>The object that a virtual member is called on, unless it overrides it in rewritten code, whose own steps are seen.</summary>
    public static object? UnlessOverridden(object? receiver, string name, int parameters) =>
        s_explorations == 0 || receiver is null || OwnOverrides.Has(receiver, name, parameters)
            ? null
            : receiver;

    public static void ReadCollection(object? collection, int site) =>
        ControlledCollection.Step(collection, OperationKind.Read, site);

    public static void WriteCollection(object? collection, int site) =>
        ControlledCollection.Step(collection, OperationKind.Write, site);

    /// <summary>Reads all items of a collection, which may be an array.</summary>
    public static void ReadItems(object? items, int site)
    {
        if (items is not Array array)
            ReadCollection(items, site);
        else if (s_explorations != 0)
            ControlledArray.ReadAll(array, site);
    }

    /// <summary>Reads a collection that a type parameter stands for.</summary>
    public static void ReadCollectionThrough<T>(ref T collection, int site)
    {
        if (!typeof(T).IsValueType)
            ReadCollection(collection, site);
    }

    /// <summary>Changes a collection that a type parameter stands for.</summary>
    public static void WriteCollectionThrough<T>(ref T collection, int site)
    {
        if (!typeof(T).IsValueType)
            WriteCollection(collection, site);
    }

    /// <summary>A loop over a collection takes its next turn.</summary>
    public static void NextTurn<TEnumerator>(ref TEnumerator enumerator, int site)
    {
        if (s_explorations != 0)
            ControlledCollection.NextTurn(
                EnumeratedCollection<TEnumerator>.Of(ref enumerator),
                site
            );
    }

    /// <summary>Uses an enumerator that others may use, too.</summary>
    public static void UseEnumerator(object? enumerator, int site) =>
        ControlledCollection.UseEnumerator(enumerator, site);

    public static void WriteItem(object? collection, int site) =>
        ControlledCollection.WriteItem(collection, site);

    public static void TakeFromCollection(object? collection, int site) =>
        ControlledCollection.Take(collection, site);

    public static void ObserveObject(object? used, int site)
    {
        if (s_explorations != 0 && used is not null)
            Unmodelled.Observe(used, site);
    }

    /// <summary>A call that is not modelled may look at the elements of an array.</summary>
    public static void ObserveArray(Array? array, int site)
    {
        if (s_explorations != 0 && array is { Length: > 0 })
            Unmodelled.Use(array, OperationKind.Read, site);
    }

    /// <summary>A call that is not modelled may change the elements of an array.</summary>
    public static void ChangeArray(Array? array, int site)
    {
        if (s_explorations != 0 && array is { Length: > 0 })
            Unmodelled.Use(array, OperationKind.Write, site);
    }

    /// <summary>A call that looks at what lies outside the program's memory.</summary>
    public static void ReadExternal(int resource, int site) =>
        UseExternal(resource, site, isRead: true);

    /// <summary>A call that may change what lies outside the program's memory.</summary>
    public static void WriteExternal(int resource, int site) =>
        UseExternal(resource, site, isRead: false);

    /// <summary>A call that looks at the array inside a structure that refers to one.</summary>
    public static void ObserveLentArray<T>(ref T lender, int site)
    {
        if (s_explorations != 0)
            ObserveArray(LentArray<T>.Of(ref lender), site);
    }

    /// <summary>A call that may change the array inside a structure that refers to one, or that gives out a reference to it.</summary>
    public static void ChangeLentArray<T>(ref T lender, int site)
    {
        if (s_explorations != 0)
            ChangeArray(LentArray<T>.Of(ref lender), site);
    }

    /// <summary>A call that gives out references into a collection, by which it may be changed.</summary>
    public static void LendCollection(object? collection, int site)
    {
        if (s_explorations != 0 && collection is not null)
            Unmodelled.Lend(collection, site);
    }

    public static void ChangeObject(object? used, int site)
    {
        if (s_explorations != 0 && used is not null)
            Unmodelled.Change(used, site);
    }

    /// <summary>The function that the constructor of a class of the program gives <see cref="Lazy{T}"/>, its base.</summary>
    public static Func<T> FactoryOf<T>(Lazy<T> lazy, Func<T> valueFactory, int site) =>
        ControlledLazy.FactoryOf(lazy, valueFactory, site);

    /// <summary>The options that the constructor of a class of the program gives its base, a completion source.</summary>
    public static TaskCreationOptions OptionsOf(TaskCreationOptions options) =>
        IsExplored(out _, out _)
            ? options & ~TaskCreationOptions.RunContinuationsAsynchronously
            : options;

    /// <summary>The base, a completion source, is made: what waits for it goes on later if the options say so.</summary>
    public static void Derived(object source, TaskCreationOptions options)
    {
        if (
            options.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously)
            && IsExplored(out _, out _)
        )
            Tasks.RunContinuationsLater(CompletionSources.TaskOf(source)!);
    }

    /// <summary>A loop begins another iteration.</summary>
    public static void Loop(ulong locals, int site)
    {
        if (IsExplored(out var execution, out var fiber))
            execution.Loop(fiber, site, locals);
    }

    /// <summary>Adds a local variable to the hash by which the iterations of a loop are compared.</summary>
    public static ulong HashLocal<T>(ulong hash, T value)
    {
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            var bytes = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(
                ref Unsafe.As<T, byte>(ref value),
                Unsafe.SizeOf<T>()
            );
            foreach (var b in bytes)
                hash = (hash ^ b) * 0x100000001B3;
            return Hashing.Avalanche(hash);
        }
        return typeof(T).IsValueType
            ? HashUnknown(hash)
            : Hashing.Avalanche(hash * 31 + (ulong)RuntimeHelpers.GetHashCode(value));
    }

    /// <summary>A local variable that cannot be compared: no two iterations are the same.</summary>
    public static ulong HashUnknown(ulong hash) =>
        Hashing.Avalanche(hash + (ulong)Interlocked.Increment(ref s_unknowns));

    /// <summary>Ends the exploration before a call that the explorer does not model.</summary>
    public static void Refuse(int site)
    {
        if (!IsExplored(out var execution, out var fiber))
            return;
        execution.Fail(Failure.NotModelled(fiber, site));
        throw new ScheduleEndedException();
    }

    /// <summary>Notes a call of code that is not rewritten, so that the report can name it if it blocks.</summary>
    public static void BeforeCall(int site)
    {
        if (IsExplored(out _, out var fiber))
            fiber.LastCall = site;
    }

    /// <summary>The call has returned.</summary>
    public static void AfterCall()
    {
        if (IsExplored(out _, out var fiber))
            fiber.LastCall = 0;
    }

    /// <summary>Throws on when a handler has caught the exception that ends a schedule.</summary>
    public static void AfterCatch()
    {
        if (IsExplored(out var execution, out _) && execution.IsEnding)
            throw new ScheduleEndedException();
    }

    /// <summary>Notes an object whose read-only field is read: the report may need it to name what the field holds.</summary>
    public static void AddOwner(object? owner)
    {
        if (s_explorations != 0 && owner is not null && IsExplored(out var execution, out _))
            execution.Recorder?.AddOwner(owner);
    }

    /// <summary>A method of the program begins: how deep its call lies among those that are written down; 0 when it is not.</summary>
    public static int Enter(int site, object? self, object?[] arguments) =>
        IsRecorded(out var fiber, out var recorder)
            ? recorder.Enter(fiber, site, self, arguments)
            : 0;

    /// <summary>An async method begins, or goes on.</summary>
    public static int EnterAsync(int site, int state) =>
        IsRecorded(out var fiber, out var recorder)
            ? recorder.EnterAsync(fiber, site, goesOn: state >= 0)
            : 0;

    /// <summary>A method ends with a result.</summary>
    public static void Return(int depth, object? result)
    {
        if (depth > 0 && IsRecorded(out var fiber, out var recorder))
            recorder.Return(fiber, depth, result);
    }

    /// <summary>A method ends without a result, or with an exception.</summary>
    public static void Leave(int depth)
    {
        if (depth > 0 && IsRecorded(out var fiber, out var recorder))
            recorder.Leave(fiber, depth);
    }

    /// <summary>Whether calls of this thread are written down.</summary>
    private static bool IsRecorded(out Fiber fiber, out IStepRecorder recorder)
    {
        (fiber, recorder) = (null!, null!);
        if (
            CarrierThread.Current
            is not { Fiber: { } mine, Execution: { IsEnding: false, Recorder: { } own } }
        )
            return false;
        (fiber, recorder) = (mine, own);
        return true;
    }

    private static void Access(
        object? owner,
        int field,
        nint index,
        OperationKind kind,
        int site,
        MemoryOrder order = MemoryOrder.Plain
    )
    {
        if (CarrierThread.Current is { Fiber: { } fiber } carrier)
        {
            var execution = carrier.Execution;
            if (!execution.IsSingleThreaded)
                execution.Step(
                    fiber,
                    new(
                        kind,
                        execution.Heap.Of(owner, field, index),
                        site,
                        IsPlain: true,
                        Order: order
                    )
                );
            else
                execution.StepUnrecorded(fiber);
        }
        else
        {
            UncontrolledThreads.FailOrigin(site);
        }
    }

    private static void UseExternal(int resource, int site, bool isRead)
    {
        if (
            IsExplored(out var execution, out var fiber)
            && execution is { IsSingleThreaded: false, IsUnrecorded: false }
        )
            execution.Unfollowed.Add((ExternalResource)resource, fiber, site, isRead, isCall: true);
    }

    private static void AccessThrough(
        ref byte address,
        OperationKind kind,
        int site,
        MemoryOrder order
    )
    {
        if (
            IsExplored(out var execution, out var fiber)
            && execution.Heap.At(ref address) is { } location
        )
            execution.Step(fiber, new(kind, location, site, IsPlain: true, Order: order));
    }

    private static int PartsOf<T>(Execution execution) =>
        execution.TearsStructures ? WordCopy<T>.Count : 1;

    private static void AccessPart<T>(
        Execution execution,
        Fiber fiber,
        ref T address,
        OperationKind kind,
        int part,
        int site
    )
    {
        if (execution.Heap.At(ref Unsafe.As<T, byte>(ref address)) is not { } location)
            return;
        var parts = PartsOf<T>(execution);
        location.IsKeptWhole |= parts < WordCopy<T>.Count;
        var verb = kind == OperationKind.Read ? "reads" : "writes";
        execution.Step(
            fiber,
            new(
                kind,
                location,
                site,
                What: parts == 1 ? null : $"{verb} word {part + 1} of {parts} of",
                IsPlain: true,
                Order: MemoryOrder.Plain
            )
        );
    }

    private static void RecordAddress<T>(
        Execution execution,
        ref T address,
        object? owner,
        int field,
        nint index
    ) =>
        execution.Heap.RecordAddress(
            execution.Heap.Of(owner, field, index),
            ref Unsafe.As<T, byte>(ref address),
            Unsafe.SizeOf<T>()
        );
}
