namespace MashBroker.Cli.Demo;

/// <summary>Something that goes wrong in the demo. Each is a real fault of a real part: nothing is pretended.</summary>
internal enum DemoIncident
{
    None = 0,

    /// <summary>The agency's records system is switched off while it is asked.</summary>
    RecordsDown,

    /// <summary>The agency's adapter is off until the deadline has passed.</summary>
    AdapterOffUntilAfterTheDeadline,

    /// <summary>The agency's adapter is off until the decision was due, and stays off.</summary>
    AdapterOffForGood,
}

/// <summary>What goes wrong with which sample contact, at which agency.</summary>
internal sealed record PlannedIncident(string Contact, string Agency, DemoIncident Incident)
{
    public static IReadOnlyList<PlannedIncident> All { get; } =
    [
        new("17-domestic-violence-apostrophes-and-hyphens", "probation", DemoIncident.RecordsDown),
        new("18-physical-harm-names-in-cyrillic", "adult-services", DemoIncident.AdapterOffUntilAfterTheDeadline),
        // The last contact: whoever is off for good is asked nothing after it.
        new("23-friday-afternoon-red-refuge", "education", DemoIncident.AdapterOffForGood),
    ];
}
