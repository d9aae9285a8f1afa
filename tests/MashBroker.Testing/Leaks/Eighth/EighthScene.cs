namespace MashBroker.Testing.Leaks;

/// <summary>A family, who referred, and the particulars that every sentence of one note must agree on.</summary>
internal sealed record EighthScene
{
    public required LeakFamily Family { get; init; }

    public required EighthRole Role { get; init; }

    /// <summary>Whether the person who referred is a woman.</summary>
    public required bool Female { get; init; }

    /// <summary>What friends call the person who referred; empty: nothing else.</summary>
    public required string Nickname { get; init; }

    public required bool Boy { get; init; }

    public required int Age { get; init; }

    public required string School { get; init; }

    public required string Teacher { get; init; }

    public required string Doctor { get; init; }

    public required string HealthVisitor { get; init; }

    public required string Officer { get; init; }

    public required string Worker { get; init; }

    public bool SharesStreet => Family.Home.EndsWith(Family.Street, StringComparison.Ordinal);

    public bool SharesSurname => Family.Family == Family.Surname;
}
