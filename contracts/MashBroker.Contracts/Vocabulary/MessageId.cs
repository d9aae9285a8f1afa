using System.Diagnostics.CodeAnalysis;

namespace MashBroker.Contracts;

/// <summary>Identifies one message, or one request through its life.</summary>
public readonly record struct MessageId(Guid Value)
{
    /// <summary>The only place that makes new identifiers.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the one place.")]
    public static MessageId New() => new(Guid.NewGuid());

    public static bool TryParse(string? text, out MessageId id)
    {
        var parsed = Guid.TryParseExact(text, "D", out var value);
        id = new MessageId(value);
        return parsed && value != Guid.Empty;
    }

    public override string ToString() => Value.ToString("D");
}
