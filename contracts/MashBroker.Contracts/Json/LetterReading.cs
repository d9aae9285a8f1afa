using MashBroker.Contracts.Letters;

namespace MashBroker.Contracts.Json;

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
