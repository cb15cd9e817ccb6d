namespace Katas.TwoLocks;

/// <summary>A shop's account at the market. Given: there is nothing to write here.</summary>
/// <param name="number">Its number; no two accounts have the same.</param>
/// <param name="balance">What is on it, in coins.</param>
/// <param name="audit">Is told of every change while it is made; may be <see langword="null"/>.</param>
public sealed class Account(int number, int balance, Action? audit = null)
{
    private int _balance = balance;

    /// <summary>Its number; no two accounts have the same.</summary>
    public int Number { get; } = number;

    /// <summary>Whoever reads or changes the balance holds this lock.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Whether the thread that asks holds the lock: for the audit.</summary>
    public bool IsHeld => Gate.IsHeldByCurrentThread;

    /// <summary>What is on it, in coins.</summary>
    public int Balance
    {
        get => _balance;
        set
        {
            _balance = value;
            audit?.Invoke();
        }
    }
}
