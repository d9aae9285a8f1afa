using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;

namespace MashBroker.Adapters;

/// <summary>
/// An agency's own records system, read and never written. Each adapter implements this and nothing else; the kit does the
/// sealing, the inbox, matching, minimising and answering.
/// </summary>
public interface IAgencyRecords
{
    /// <summary>Name of the system searched, for the pack, e.g. <c>Niche RMS</c>.</summary>
    string System { get; }

    /// <summary>
    /// Everybody who may be this person, generously (by identifier, by similar name with near date of birth, by address);
    /// an empty list means that the search ran and found nobody.
    /// </summary>
    /// <exception cref="RecordsUnavailableException">The system could not be searched: the return says so, never "nothing known".</exception>
    Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation);

    /// <summary>What the agency holds of one matched person, all kinds; the kit cuts it to what the request allows.</summary>
    /// <exception cref="RecordsUnavailableException">The system could not be read.</exception>
    Task<HeldRecords> ReadAsync(Candidate person, Subject subject, CancellationToken cancellation);

    /// <summary>Cheap proof that the system answers; for heartbeats and health.</summary>
    /// <exception cref="RecordsUnavailableException">It does not.</exception>
    Task ProbeAsync(CancellationToken cancellation);
}

/// <summary>What is held of one person, or the ground on which the agency does not disclose it.</summary>
/// <param name="Records">Empty when restricted.</param>
/// <param name="Restriction">Ground of a refusal, e.g. <c>restricted case: only the responsible officer may disclose</c>; no personal data.</param>
public sealed record HeldRecords(IReadOnlyList<AgencyRecord> Records, string? Restriction = null);

/// <summary>The records system is down or answers rubbish. The text names the system and the fault, no personal data.</summary>
public sealed class RecordsUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
