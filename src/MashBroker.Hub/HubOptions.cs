using System.ComponentModel.DataAnnotations;

namespace MashBroker.Hub;

/// <summary>Settings of the hub worker. Section <c>Hub</c>.</summary>
public sealed class HubOptions
{
    /// <summary>
    /// Codes of the agencies that have an adapter: these are asked, the profile's others stand as not connected. Absent: every
    /// agency whose certificates are registered.
    /// </summary>
    public IReadOnlyList<string>? ConnectedAgencies { get; set; }

    /// <summary>Number an agency rings about a request.</summary>
    public string? Telephone { get; set; }

    /// <summary>Letters under way to the broker at a time, over all agencies.</summary>
    [Range(1, 256)]
    public int LettersUnderWay { get; set; } = 16;

    /// <summary>Letters under way to one agency at a time: one whose lane hangs does not hold up the others.</summary>
    [Range(1, 256)]
    public int LettersUnderWayPerAgency { get; set; } = 4;

    /// <summary>Longest pause, in seconds, before a letter whose lane failed is sent again; the first is one second, then twice as long each time.</summary>
    [Range(1, 3600)]
    public int LongestPauseSeconds { get; set; } = 20;
}
