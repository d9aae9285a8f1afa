using System.CommandLine;
using System.Text.Json.Nodes;
using MashBroker.Cli.Api;
using MashBroker.Web.Life;

namespace MashBroker.Cli.Commands;

/// <summary>What is done to an enquiry after it was published; each agency concerned gets a signed letter of it.</summary>
internal static class LifeCommands
{
    private static readonly Option<string[]> SomebodyElse = new("--somebody-else")
    {
        Description =
            "Whom somebody new resembles by name and birth, and is not: a code of the enquiry, or people[0] of the same file.",
    };

    public static IEnumerable<Command> Make() => [Rerate(), Facts(), Details(), Chase(), Ask(), Withdraw()];

    private static Command Rerate()
    {
        var rating = new Option<string>("--rating") { Description = "red, amber or green.", Required = true };
        var reason = Reason();
        var later = new Option<string?>("--later-because")
        {
            Description =
                "Why agencies may answer later than before, where the new rating gives more time; a manager says so.",
        };
        var departs = Options.DepartsFromRole();
        return Change(
            "rerate",
            "A named person rates a published enquiry anew; whoever has still to answer gets the new deadline.",
            "rerate",
            [rating, reason, later, departs],
            parsed => new
            {
                By = parsed.GetRequiredValue(Options.By),
                Role = parsed.GetRequiredValue(Options.Role),
                Rating = parsed.GetRequiredValue(rating).ToLowerInvariant(),
                Reason = parsed.GetRequiredValue(reason),
                LaterBecause = parsed.GetValue(later),
                DepartsFromRole = parsed.GetValue(departs),
            }
        );
    }

    private static Command Facts()
    {
        var reference = Reference();
        var file = FactsFile();
        var command = new Command(
            "facts",
            "Tells agencies what is new, each what it may see, and asks about people added or described anew."
        )
        {
            reference,
            file,
            SomebodyElse,
        };
        command.SetAction(
            (parsed, cancellation) =>
                PostFileAsync(
                    parsed,
                    parsed.GetRequiredValue(reference),
                    parsed.GetRequiredValue(file),
                    null,
                    cancellation
                )
        );
        return command;
    }

    private static Command Details()
    {
        var reference = Reference();
        var file = FactsFile();
        var agency = new Option<string>("--agency") { Description = "Code of the agency that asked.", Required = true };
        var command = new Command("details", "Answers an agency that needs more details; no other is told.")
        {
            reference,
            file,
            agency,
            SomebodyElse,
        };
        command.SetAction(
            (parsed, cancellation) =>
                PostFileAsync(
                    parsed,
                    parsed.GetRequiredValue(reference),
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(agency),
                    cancellation
                )
        );
        return command;
    }

    private static Command Chase()
    {
        var agency = Agency("Code of the one agency; left out: all that have still to answer.");
        return Change(
            "chase",
            "A named person reminds agencies of returns that have not come.",
            "chase",
            [agency],
            parsed => new
            {
                By = parsed.GetRequiredValue(Options.By),
                Role = parsed.GetRequiredValue(Options.Role),
                Agency = parsed.GetValue(agency),
            }
        );
    }

    private static Command Ask()
    {
        var agency = new Option<string>("--agency")
        {
            Description = "Code of an agency of the hub's profile that was not asked, or whose request was withdrawn.",
            Required = true,
        };
        var reason = Reason();
        return Change(
            "ask",
            "A named person has an agency asked that was not, or asks again one whose request was withdrawn; its clock starts now.",
            "ask",
            [agency, reason],
            parsed => new
            {
                By = parsed.GetRequiredValue(Options.By),
                Role = parsed.GetRequiredValue(Options.Role),
                Agency = parsed.GetRequiredValue(agency),
                Reason = parsed.GetRequiredValue(reason),
            }
        );
    }

    private static Command Withdraw()
    {
        var agency = Agency("Code of the one agency; left out: the whole enquiry.");
        var reason = Reason();
        var departs = Options.DepartsFromRole();
        return Change(
            "withdraw",
            "A named person takes back what agencies were asked; one that had answered is told that nothing is to rest on it.",
            "withdraw",
            [agency, reason, departs],
            parsed => new
            {
                By = parsed.GetRequiredValue(Options.By),
                Role = parsed.GetRequiredValue(Options.Role),
                Agency = parsed.GetValue(agency),
                Reason = parsed.GetRequiredValue(reason),
                DepartsFromRole = parsed.GetValue(departs),
            }
        );
    }

    private static Command Change(
        string name,
        string description,
        string verb,
        IReadOnlyList<Option> options,
        Func<ParseResult, object> body
    )
    {
        var reference = Reference();
        var command = new Command(name, description) { reference, Options.By, Options.Role };
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var change = await hub.PostAsync<ChangeView>(
                    Path(parsed.GetRequiredValue(reference), verb),
                    body(parsed),
                    cancellation
                );
                Tell(parsed, change);
            }
        );
        return command;
    }

    private static async Task PostFileAsync(
        ParseResult parsed,
        string reference,
        string file,
        string? agency,
        CancellationToken cancellation
    )
    {
        using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
        var json = await Files.ReadAsync(file, cancellation);
        json = agency is null ? json : Files.WithField(json, "agency", agency);
        if (parsed.GetValue(SomebodyElse) is { Length: > 0 } others)
        {
            json = Files.WithField(
                json,
                "somebodyElse",
                new JsonArray([.. others.Select(code => JsonValue.Create(code))])
            );
        }

        var change = await hub.PostAsync<ChangeView>(Path(reference, "facts"), json, cancellation);
        Tell(parsed, change);
    }

    private static void Tell(ParseResult parsed, ChangeView change)
    {
        if (parsed.GetValue(Options.Json))
        {
            Output.Json(change);
            return;
        }

        Output.Line(
            $"{change.Enquiry}  {change.Rating}  returns due {Output.When(change.ReturnDueAt)}  decision due {Output.When(change.DecisionDueAt)}"
        );
        Output.Line($"  told: {(change.ToldNames.Count == 0 ? "nobody" : string.Join(", ", change.ToldNames))}");
        foreach (var remark in change.Remarks)
        {
            Output.Line($"  note: {remark}");
        }
    }

    private static string Path(string reference, string verb) =>
        $"api/enquiries/{Uri.EscapeDataString(reference)}/{verb}";

    private static Argument<string> Reference() => new("reference") { Description = "e.g. SEFTON-2026-000001." };

    private static Argument<string> FactsFile() =>
        new("file")
        {
            Description =
                "JSON with by, role, reason, facts (words), people (new ones without a code, described anew with theirs); - reads standard input.",
        };

    private static Option<string> Reason() =>
        new("--reason") { Description = "Why, in a sentence; the agencies are told.", Required = true };

    private static Option<string?> Agency(string description) => new("--agency") { Description = description };
}
