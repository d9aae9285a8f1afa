using System.Globalization;
using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>Every text of a letter that people wrote, with the field it stands in.</summary>
public static class OutgoingTexts
{
    /// <summary>What publishing would send, to whomever; what several agencies get alike is there once.</summary>
    public static IReadOnlyList<OutgoingText> Of(EnquiryPlan plan) =>
        [
            .. plan
                .Agencies.Where(agency => agency.Ask is not null)
                .SelectMany(agency => Of(agency.Code, agency.Ask!))
                .Prepend(new OutgoingText("concernSummary", plan.ConcernSummary))
                .Distinct(),
        ];

    /// <summary>People as an agency is told of them. Where it may see protected addresses, it is shown them on purpose.</summary>
    public static IEnumerable<OutgoingText> Of(IReadOnlyList<Subject> subjects)
    {
        var seesProtected = subjects.Any(person =>
            person.Addresses.Any(address => address is { Protected: true, Lines.Count: > 0 })
        );
        foreach (var person in subjects)
        {
            var path = $"people[{person.Code}]";
            if (person.Relationship is { } relationship)
            {
                yield return new OutgoingText($"{path}.relationship", relationship);
            }

            foreach (var (telephone, at) in person.Telephones.Select((telephone, at) => (telephone, at)))
            {
                yield return new OutgoingText(Numbered($"{path}.telephones", at), telephone, IsField: true);
            }

            foreach (var (address, at) in seesProtected ? [] : person.Addresses.Select((address, at) => (address, at)))
            {
                // A line alone is a street or a town; together they are a place.
                yield return new OutgoingText(
                    Numbered($"{path}.addresses", at),
                    string.Join(", ", address.Lines.Append(address.Postcode ?? "").Where(line => line.Length > 0)),
                    IsField: true
                );
            }
        }
    }

    private static IEnumerable<OutgoingText> Of(string agency, AgencyAsk ask) =>
        [
            new OutgoingText("concernSummary", ask.ConcernSummary),
            // The hub asks every family the same: a question tells by names alone.
            .. ask.Questions.Select(
                (question, at) =>
                    new OutgoingText(Numbered($"agencies[{agency}].questions", at), question, IsField: true)
            ),
            .. Of(ask.Subjects),
        ];

    private static string Numbered(string path, int at) => string.Create(CultureInfo.InvariantCulture, $"{path}[{at}]");
}
