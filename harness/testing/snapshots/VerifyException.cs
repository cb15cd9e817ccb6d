namespace VerifyTests;

/// <summary>A text is not the accepted one, or none was accepted yet.</summary>
/// <param name="message">Which files to compare, and both texts.</param>
public sealed class VerifyException(string message) : Exception(message);
