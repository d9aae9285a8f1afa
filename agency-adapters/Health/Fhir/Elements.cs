namespace MashBroker.Adapters.Health.Fhir;

internal sealed record Meta
{
    public IReadOnlyList<Coding> Security { get; init; } = [];
}

internal sealed record Coding
{
    public string? System { get; init; }

    public string? Code { get; init; }

    public string? Display { get; init; }
}

internal sealed record CodeableConcept
{
    public IReadOnlyList<Coding> Coding { get; init; } = [];

    public string? Text { get; init; }

    /// <summary>The words a person chose, else those of the code list, else the bare code.</summary>
    public string? Words =>
        Text ?? Coding.Select(coding => coding.Display ?? coding.Code).FirstOrDefault(w => w != null);
}

internal sealed record FhirIdentifier
{
    public string? System { get; init; }

    public string? Value { get; init; }
}

internal sealed record HumanName
{
    public string? Use { get; init; }

    public string? Family { get; init; }

    public IReadOnlyList<string> Given { get; init; } = [];
}

internal sealed record ContactPoint
{
    public string? System { get; init; }

    public string? Value { get; init; }
}

internal sealed record FhirAddress
{
    public string? Use { get; init; }

    public IReadOnlyList<string> Line { get; init; } = [];

    public string? City { get; init; }

    public string? PostalCode { get; init; }

    public Period? Period { get; init; }
}

internal sealed record Period
{
    public string? Start { get; init; }

    public string? End { get; init; }
}

internal sealed record Reference
{
    /// <summary>Named by the standard; e.g. <c>Organization/gp-12</c>.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("reference")]
    public string? Target { get; init; }

    public FhirIdentifier? Identifier { get; init; }

    public string? Display { get; init; }
}
