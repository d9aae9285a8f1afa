using MashBroker.Contracts.Letters;

namespace MashBroker.Contracts.Json;

/// <summary>Letters as bytes: what is signed is exactly what <see cref="Write"/> gives.</summary>
public static class LetterJson
{
    /// <summary>Largest letter accepted, in bytes.</summary>
    public const int SizeLimit = 1024 * 1024;

    public static byte[] Write(Letter letter) => throw new NotImplementedException();

    /// <summary>Never throws for bad input: the fault says what is wrong, in words without personal data.</summary>
    public static LetterReading Read(ReadOnlySpan<byte> json) => throw new NotImplementedException();
}

/// <summary>Invariant: exactly one of a letter or a fault.</summary>
public sealed record LetterReading(Letter? Letter, LetterFault Fault, string? Detail = null);

public enum LetterFault
{
    None = 0,
    NotJson,
    TooLarge,
    UnknownType,
    UnknownVersion,

    /// <summary>Well-formed JSON of a known type that its schema refuses; the detail names the fields.</summary>
    DoesNotFitSchema,
}
