using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Rules;

/// <summary>
/// What stands on record about sharing one family's information: whether the parents were told, what came of asking them, the
/// lawful basis, and with whom somebody decided to share or not. Four facts that are never taken for one another.
/// </summary>
public sealed record SharingRecord
{
    /// <summary>Stands for the referrer in what they themselves say of the parents, whoever they are.</summary>
    public const string Referrer = "The referrer";

    /// <summary>The remedy where agreement was refused.</summary>
    public const string WhyItGoesAhead =
        "say why the agencies are asked all the same, by --reason with the rating or by a decision to share on record (mash case add sharing-decision)";

    public ParentsInformed? Parents { get; init; }

    public Consent? Agreement { get; init; }

    public LawfulBasis? Basis { get; init; }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<SharingDecision> Decisions { get; init; } = [];

    /// <summary>The decision to share that somebody put on record, with the reason, since <see cref="Agreement"/> stands there; null where nobody did.</summary>
    public SharingDecision? SharedKnowing { get; init; }

    /// <summary>Somebody has answered with yes what the hub's criteria leave to a person: whoever does has the agencies asked.</summary>
    public bool PersonSaidYes { get; init; }

    /// <param name="statements">Of the case file, in the order in which they were put on record; others are passed over.</param>
    /// <param name="contact">What the referrer says of the parents holds until the hub itself puts something on record.</param>
    public static SharingRecord Of(IEnumerable<CaseStatement> statements, Contact contact)
    {
        var all = statements.ToArray();
        return new SharingRecord
        {
            Parents = all.OfType<ParentsInformed>().LastOrDefault() ?? ReferrerSays.Informed(contact),
            Agreement = all.OfType<Consent>().LastOrDefault() ?? ReferrerSays.Agreed(contact),
            Basis = all.OfType<LawfulBasis>().LastOrDefault(),
            Decisions = [.. all.OfType<SharingDecision>()],
            PersonSaidYes = all.OfType<CriterionAnswer>().LastOrDefault() is { Yes: true },
            SharedKnowing = all.Skip(Array.FindLastIndex(all, statement => statement is Consent) + 1)
                .OfType<SharingDecision>()
                .LastOrDefault(decision => decision is { Decision: SharingChoice.Share, ByRating: false }),
        };
    }

    /// <summary>
    /// False where the latest decision that is about this agency is not to share, and where a later one, or the only one, is to
    /// share with others by name: whoever names some leaves out the rest.
    /// </summary>
    public bool Allows(string agency) => Standing(agency) is NotAskedReason.None;

    internal NotAskedReason Standing(string agency)
    {
        var all = Decisions.ToList();
        var latest = all.FindLastIndex(decision => decision.With.Count == 0 || decision.With.Contains(agency));
        return (latest < 0 ? null : all[latest]) switch
        {
            { Decision: not SharingChoice.Share } => NotAskedReason.DecidedNotToShare,
            { With.Count: > 0 } => NotAskedReason.None,
            _ => all.Skip(latest + 1).Any(NamesSome) ? NotAskedReason.NotAmongThoseToShareWith : NotAskedReason.None,
        };
    }

    // What the hub itself writes beside an act says who was asked, not who else must not be.
    private static bool NamesSome(SharingDecision decision) =>
        decision is { Decision: SharingChoice.Share, With.Count: > 0, ByRating: false };

    /// <summary>The decision by which nothing at all of this family is shared; null where there is none.</summary>
    public SharingDecision? NothingShared(HubProfile profile) =>
        profile.Agencies.Any(agency => Allows(agency.Code))
            ? null
            : Decisions.LastOrDefault(decision => decision.Decision is SharingChoice.NotToShare);

    /// <summary>The basis that a request states: the planned one, in the words on record where somebody put some there.</summary>
    public LegalBasis State(HubProfile profile, LegalBasis planned, Func<string, string> scrub)
    {
        if (Basis is not { } basis)
        {
            return planned;
        }

        var known = profile.LegalBases.Select(rule => rule.Basis).FirstOrDefault(rule => rule.Code == basis.Power);
        var power =
            basis.Power is null || basis.Power == planned.Code
                ? planned
                : known ?? new LegalBasis(basis.Power, "", SharingCodes.NameOf(SharingCodes.Powers, basis.Power));
        return power with { Necessity = $"{scrub(basis.Necessity).TrimEnd('.')}. {InWords(basis)}." };
    }

    /// <summary>
    /// Whether whoever rates has to say why the agencies are asked all the same: the parents' agreement was refused, none of the
    /// hub's reasons to dispense with it holds, and nobody has put a decision to share on record since.
    /// </summary>
    /// <param name="now">When it is rated, UTC.</param>
    public bool AsksWhyItGoesAhead(HubProfile profile, Contact contact, DateTimeOffset now)
    {
        if (Agreement is not { Agreement: AgreementOutcome.Refused } || SharedKnowing is not null)
        {
            return false;
        }

        var facts = new ContactFacts(profile, contact, now);
        var found = Triage.Assess(profile, contact, now).Criteria;
        return !profile.Consent.DispensedWhenAny.Any(when => when.Hold(facts, found));
    }

    /// <summary>What ought to be on record before information is asked for, and is not. In plain words; it stops nothing.</summary>
    /// <param name="asked">It has been asked for already: nobody is told any more what to say with the rating.</param>
    internal IReadOnlyList<string> NotOnRecord(
        HubProfile profile,
        ContactFacts facts,
        IEnumerable<CriterionFinding> found,
        bool asked = false
    )
    {
        var criteria = found.ToArray();
        var dispensed = profile.Consent.DispensedWhenAny.Any(when => when.Hold(facts, criteria));
        // Nobody is sent to parents who must not be told: ops/decisions/0062.
        var untold = facts.Contact.DoNotInformFamily;
        var missing = new List<string>();
        if (Parents is null)
        {
            missing.Add(
                untold
                    ? "Nobody has recorded why the parents or carers are not informed. Do not tell them now: that is said to add risk."
                    : "Nobody has recorded whether the parents or carers were informed, or why not."
                        + (
                            profile.Consent.OnlyIfSureHolds(facts, criteria)
                                ? " By this hub's rules they are told here only if it is sure that this adds no risk to the child."
                                : ""
                        )
            );
        }

        if (Agreement is null)
        {
            missing.Add(
                dispensed
                    ? "Nobody has recorded that the parents' agreement is dispensed with; by this hub's rules it may be here."
                : untold
                    ? "Nobody has recorded why the parents' agreement is not sought. Do not seek it now: telling them is said to add risk."
                : $"Nobody has recorded whether the parents' agreement was sought. It is sought by: {Words.List(profile.Consent.SoughtBy)}."
            );
        }
        else if (Agreement.Agreement is AgreementOutcome.DispensedWith && !dispensed)
        {
            missing.Add("Agreement is recorded as dispensed with, though none of this hub's reasons for that holds.");
        }
        else if (Agreement.Agreement is AgreementOutcome.Refused)
        {
            if (SharedKnowing is null && !asked)
            {
                missing.Add(
                    dispensed
                        ? "The parents' agreement was refused. By this hub's rules it may be dispensed with here: put on record that it is, and why."
                        : $"The parents' agreement was refused: {WhyItGoesAhead}."
                );
            }
        }

        if (Basis is null)
        {
            missing.Add(
                "Nobody has recorded the condition for special category data, or why it is done without consent."
            );
        }

        if (
            !ReferenceEquals(profile.NeedToKnow, HubDefaults.NeedToKnow)
            && !Decisions.Any(decision => decision is { Decision: SharingChoice.Share, NeedToKnow: not null })
        )
        {
            var grounds = profile.NeedToKnow.Select(ground => ground.Name.TrimEnd('.'));
            missing.Add(
                $"Nobody has recorded on which ground it is shared (mash case add sharing-decision). This hub shares only where: {string.Join("; or: ", grounds)}."
            );
        }

        return missing;
    }

    /// <summary>e.g. for the cover of a pack.</summary>
    public static string InWords(LawfulBasis basis)
    {
        string?[] parts =
        [
            SharingCodes.NameOf(SharingCodes.Bases, basis.Basis),
            basis.Condition is { } condition ? SharingCodes.NameOf(SharingCodes.Conditions, condition) : null,
            basis.WithoutConsent is { } why
                ? $"without consent because {SharingCodes.NameOf(SharingCodes.WithoutConsent, why)}"
                : null,
            basis.OffenceData is { } offences ? SharingCodes.NameOf(SharingCodes.OffenceData, offences) : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }
}

/// <summary>What a contact says of the parents, as statements of its referrer. Never by name: theirs may have to be kept back.</summary>
internal static class ReferrerSays
{
    public static ParentsInformed? Informed(Contact contact) =>
        contact.Consent is { Parents: { } parents } said
            ? new ParentsInformed
            {
                By = SharingRecord.Referrer,
                Role = SharingRecord.Referrer,
                Parents = parents,
                WhyNot = said.WhyNotInformed,
            }
            : null;

    public static Consent? Agreed(Contact contact) =>
        contact.Consent is { Agreement: { } agreement } said
            ? new Consent
            {
                By = SharingRecord.Referrer,
                Role = SharingRecord.Referrer,
                Agreement = agreement,
                SoughtBy = SharingRecord.Referrer,
                SoughtFrom = said.SoughtFrom,
                Reason = said.Reason,
            }
            : null;
}
