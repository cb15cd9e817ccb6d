namespace Katas.Corpus;

/// <summary>The least that two threads can get wrong.</summary>
public sealed class Counting
{
    private int _count;

    public void Add() => _count++;
}
