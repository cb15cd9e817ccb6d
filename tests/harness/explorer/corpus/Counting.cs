namespace Katas.Corpus;

/// <summary>The least that two threads can get wrong.</summary>
public sealed class Counting
{
    private int _count;
    private volatile bool _isClosed;

    public void Add() => _count++;

    public bool IsClosed => _isClosed;

    public void Close() => _isClosed = true;
}
