using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>The part of a profile that says when a contact becomes an enquiry, and in which circumstances other rules hold.</summary>
internal static class ProfileCriteria
{
    public static Criterion? ReadCriterion(ProfileObject criterion)
    {
        var code = criterion.Code("code");
        var name = criterion.Text("name");
        return criterion.Text("holdsWhen") switch
        {
            "concern-is-one-of" => new ConcernNamed(code, name, ReadConcernKinds(criterion)),
            "significant-harm" => new SignificantHarmStated(code, name),
            "referred-again" => new ReferredAgain(code, name, criterion.Number("withinMonths", 1, 240)),
            "missing-longer-than" => new MissingLongerThan(
                code,
                name,
                criterion.Number("hours", 1, ProfileLimits.MostHours)
            ),
            "missing-repeatedly" => new MissingRepeatedly(
                code,
                name,
                criterion.Number("episodes", 2, 50),
                criterion.Number("withinMonths", 1, 240)
            ),
            "a-person-says-so" => new APersonSaysSo(code, name, criterion.Text("question")),
            "" => null,
            _ => Unknown(criterion),
        };
    }

    private static Criterion? Unknown(ProfileObject criterion)
    {
        criterion.Fault(
            "holdsWhen",
            "is not a word known here.",
            "Write one of concern-is-one-of, significant-harm, referred-again, missing-longer-than, missing-repeatedly, a-person-says-so."
        );
        return null;
    }

    private static IReadOnlyList<string> ReadConcernKinds(ProfileObject criterion)
    {
        var kinds = ReadConcerns(criterion, "concerns");
        if (kinds.Count == 0)
        {
            criterion.Fault("concerns", "names no kind of concern.", "Name at least one.");
        }

        return kinds;
    }

    private static IReadOnlyList<string> ReadConcerns(ProfileObject rule, string name)
    {
        var kinds = rule.Texts(name);
        foreach (var (path, unknown) in rule.TextsAt($"{name}[]").Where(one => !ConcernKind.All.Contains(one.Text)))
        {
            rule.Fault(
                path,
                $"is '{unknown}', which no contact can state.",
                $"Use {string.Join(", ", ConcernKind.All)}."
            );
        }

        return kinds;
    }

    public static Circumstances ReadCircumstances(ProfileObject when) =>
        new()
        {
            ImmediateRisk = when.Flag("immediateRisk"),
            SignificantHarm = when.Flag("significantHarm"),
            HarmSuffered = when.Flag("harmSuffered"),
            StillMissing = when.Flag("stillMissing"),
            LevelOfNeedAtLeast = when.OptionalNumber("levelOfNeedAtLeast", 1, 4),
            AnyCriterionOf = when.Texts("anyCriterionOf"),
            AnyConcernOf = ReadConcerns(when, "anyConcernOf"),
            DoNotInformFamily = when.Flag("doNotInformFamily"),
        };

    /// <summary>Several circumstances of which one is enough; each must state something.</summary>
    public static IReadOnlyList<Circumstances> ReadWhenAny(ProfileObject rule, string name)
    {
        return rule.Objects(
            name,
            when =>
            {
                var read = ReadCircumstances(when);
                if (read.HoldAlways)
                {
                    when.Fault("", "states nothing, so it holds always.", "State something in it, or take it out.");
                }

                return read;
            }
        );
    }
}
