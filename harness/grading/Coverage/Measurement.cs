using System.Globalization;
using Katas.Harness.Explorer.Rewriting;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Grading.Coverage;

/// <summary>
/// Has a module note which of its places have run: one static field each, of a type that no answer can name, written once. A write to a field of
/// its own orders no memory, allocates nothing and calls nothing.
/// </summary>
internal sealed class Measurement
{
    private readonly ModuleDefinition _module;
    private readonly TypeDefinition _type;
    private readonly Dictionary<Instruction, int> _numbers = [];
    private readonly Dictionary<MethodDefinition, List<Instruction>> _places = [];

    public Measurement(ModuleDefinition module)
    {
        _module = module;
        _type = new(
            "",
            Rewriter.Measurements,
            TypeAttributes.NotPublic
                | TypeAttributes.Abstract
                | TypeAttributes.Sealed
                | TypeAttributes.BeforeFieldInit,
            module.TypeSystem.Object
        );
    }

    /// <summary>How many places there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number of a place.</summary>
    /// <param name="method">The method that it is in.</param>
    /// <param name="place">The first instruction of a statement.</param>
    public int Number(MethodDefinition method, Instruction place)
    {
        if (_numbers.TryGetValue(place, out var number))
            return number;
        if (!_places.TryGetValue(method, out var places))
            _places[method] = places = [];
        places.Add(place);
        _type.Fields.Add(
            new FieldDefinition(
                Count.ToString(CultureInfo.InvariantCulture),
                FieldAttributes.Assembly | FieldAttributes.Static,
                _module.TypeSystem.Boolean
            )
        );
        return _numbers[place] = Count;
    }

    /// <summary>Writes it all into the module.</summary>
    public void Apply()
    {
        _module.Types.Add(_type);
        foreach (var (method, places) in _places)
        {
            // What is put in may be too much for short jumps.
            method.Body.SimplifyMacros();
            foreach (var place in places)
                Insert(method.Body.GetILProcessor(), place, _type.Fields[_numbers[place]]);
            method.Body.OptimizeMacros();
        }
    }

    /// <summary>
    /// Looks before it writes: threads that write into one cache line again and again slow each other down. Writes through the address: tests that
    /// read compiled code look for calls and for fields that are stored.
    /// </summary>
    private static void Insert(ILProcessor il, Instruction place, FieldDefinition field)
    {
        // Jumps, handlers and symbols know the first instruction, which stays it.
        var original = il.Create(OpCodes.Nop);
        (original.OpCode, original.Operand) = (place.OpCode, place.Operand);
        (place.OpCode, place.Operand) = (OpCodes.Ldsfld, field);
        var last = place;
        foreach (
            var next in new[]
            {
                il.Create(OpCodes.Brtrue, original),
                il.Create(OpCodes.Ldsflda, field),
                il.Create(OpCodes.Ldc_I4_1),
                il.Create(OpCodes.Stind_I1),
                original,
            }
        )
        {
            il.InsertAfter(last, next);
            last = next;
        }
    }
}
