namespace MashBroker.Sealing.Authority;

/// <summary>From when until when certificates are issued.</summary>
/// <param name="Lifetime">Never past the root's own end.</param>
/// <param name="Overlap">
/// When a party renews: time before its new key agreement certificate begins, in which everybody still seals to the old one
/// and the party installs the new. Shorter when the old certificate ends sooner.
/// </param>
public sealed record IssueTerms(TimeSpan Lifetime, TimeSpan Overlap)
{
    /// <summary>A party whose clock is behind must not find the certificates not yet valid.</summary>
    public static readonly TimeSpan Backdated = TimeSpan.FromHours(1);

    public static readonly IssueTerms Usual = new(TimeSpan.FromDays(365), TimeSpan.FromDays(7));
}
