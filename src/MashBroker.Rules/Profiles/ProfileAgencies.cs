using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>The part of a profile that says who is asked, and what was agreed with them.</summary>
internal static class ProfileAgencies
{
    public static AgencyProfile ReadAgency(ProfileObject agency, SharingAgreement? ofAll)
    {
        var read = new AgencyProfile
        {
            Code = agency.Code("code"),
            Name = agency.Text("name"),
            Sector = agency.Word("sector", AgencySector.NotStated),
            AskedAbout = agency.Has("askedAbout") ? agency.Words<SubjectRole>("askedAbout") : HubDefaults.AskedAbout,
            MaySee = agency.Texts("maySee"),
            MayReturn = agency.Texts("mayReturn"),
            Questions = agency.Has("questions") ? agency.Texts("questions") : HubDefaults.Questions,
            LookBackYears = agency.OptionalNumber("lookBackYears", 1, 100),
            Agreement = agency.Object("agreement", ReadAgreement) ?? ofAll,
            Linked = agency.Flag("linked"),
        };

        if (read.AskedAbout.Count == 0)
        {
            agency.Fault("askedAbout", "names nobody.", "Say which people it is asked about, e.g. child, parent.");
        }

        if (read.MayReturn.Count == 0)
        {
            agency.Fault(
                "mayReturn",
                "allows nothing.",
                "List the kinds of record it may return, or take the agency out."
            );
        }

        Mistyped(agency, "maySee", KnownCodes.MaySee);
        Mistyped(agency, "mayReturn", KnownCodes.Records);
        foreach (
            var (path, kind) in agency
                .TextsAt("mayReturn[]")
                .Where(kind => !kind.Text.Contains('.', StringComparison.Ordinal))
        )
        {
            agency.Fault(path, $"is '{kind}'.", "Write kinds of record as agency.kind, e.g. police.crime.");
        }

        return read;
    }

    private static void Mistyped(ProfileObject agency, string name, IReadOnlyList<string> known)
    {
        foreach (var (path, code) in agency.TextsAt($"{name}[]"))
        {
            if (KnownCodes.Meant(code, known) is { } meant)
            {
                agency.Fault(path, $"is '{code}', which nobody knows.", $"Write {meant}, if that is meant.");
            }
        }
    }

    public static SharingAgreement ReadAgreement(ProfileObject agreement)
    {
        var from = agreement.Date("from");
        var until = agreement.OptionalDate("until");
        if (until < from)
        {
            agreement.Fault("until", "is before its first day.", "Give the last day it holds, or leave it out.");
        }

        var purposes = agreement.Texts("purposes");
        if (purposes.Count == 0)
        {
            agreement.Fault(
                "purposes",
                "names none: nothing could be asked.",
                "Name at least one, e.g. safeguarding-enquiry."
            );
        }

        return new SharingAgreement(agreement.Text("version"), from, until, purposes)
        {
            Placeholder = agreement.Flag("placeholder"),
        };
    }
}
