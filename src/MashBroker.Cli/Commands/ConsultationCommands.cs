using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Contracts.Consultations;
using MashBroker.Rules;
using MashBroker.Web.Consultations;

namespace MashBroker.Cli.Commands;

/// <summary>Somebody asks about thresholds, without saying of whom.</summary>
internal static class ConsultationCommands
{
    public static Command Make() =>
        new("consultation", "Consultations about thresholds: no record is made of a child.")
        {
            Options.At,
            Options.Json,
            Record(),
            List(),
        };

    private static Command Record()
    {
        var asker = new Option<string>("--asker")
        {
            Description = "Who asked: professional, member-of-public or family.",
            DefaultValueFactory = _ => "professional",
        };
        var organisation = new Option<string?>("--organisation") { Description = "The organisation of whoever asked." };
        var askerRole = new Option<string?>("--asker-role") { Description = "Their role, e.g. head teacher." };
        var askerName = new Option<string?>("--asker-name")
        {
            Description = "Name, of a professional only; not needed.",
        };
        var topic = new Option<string>("--topic")
        {
            Description = $"What was asked about: {string.Join(", ", ConsultationTopic.All)}.",
            Required = true,
        };
        var level = new Option<int?>("--level") { Description = "Level of need that was talked about, 1 to 4." };
        var advice = new Option<string>("--advice")
        {
            Description = $"What was advised: {string.Join(", ", ConsultationAdvice.All)}.",
            Required = true,
        };
        var note = new Option<string?>("--note")
        {
            Description =
                "In a few sentences without names, dates, numbers and places; what plainly names somebody is refused, and not all that could tell of somebody is seen.",
        };
        var by = new Option<string>("--by")
        {
            Description = "Name of the person who gave the advice.",
            Required = true,
        };
        var role = new Option<string>("--role") { Description = "That person's role.", Required = true };
        var command = new Command("record", "Puts a consultation on record.")
        {
            asker,
            organisation,
            askerRole,
            askerName,
            topic,
            level,
            advice,
            note,
            by,
            role,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var written = await hub.PostAsync<ConsultationWritten>(
                    "api/consultations",
                    new
                    {
                        Asker = new
                        {
                            Kind = parsed.GetRequiredValue(asker),
                            Name = parsed.GetValue(askerName),
                            Role = parsed.GetValue(askerRole),
                            Organisation = parsed.GetValue(organisation),
                        },
                        Topic = parsed.GetRequiredValue(topic),
                        LevelOfNeed = parsed.GetValue(level),
                        Advice = parsed.GetRequiredValue(advice),
                        Note = parsed.GetValue(note),
                        By = parsed.GetRequiredValue(by),
                        Role = parsed.GetRequiredValue(role),
                    },
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(written);
                    return;
                }

                Output.Line(
                    $"{written.Reference} is on record without a field for a child. The note was looked through for names and numbers: that finds many, not all."
                );
            }
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "The latest consultations; the reading is put on record.")
        {
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var consultations = await hub.GetAsync<ConsultationView[]>("api/consultations", cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(consultations);
                    return;
                }

                if (consultations.Length == 0)
                {
                    Output.Line("No consultation is on record.");
                    return;
                }

                Output.Table(
                    ["Consultation", "Asked", "By", "About", "Level", "Advice", "Given by"],
                    consultations.Select(each =>
                        (IReadOnlyList<string>)
                            [
                                each.Reference,
                                Output.When(each.AskedAt),
                                each.Words?.Organisation ?? each.AskerKind.InWords(),
                                PlainNames.OfCode(each.Topic),
                                each.LevelOfNeed is { } level ? $"{level}" : "not talked of",
                                PlainNames.OfCode(each.Advice),
                                each.By,
                            ]
                    )
                );
            }
        );
        return command;
    }
}
