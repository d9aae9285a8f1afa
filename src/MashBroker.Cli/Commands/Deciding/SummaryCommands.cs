using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Web.Afterwards;

namespace MashBroker.Cli.Commands.Deciding;

/// <summary>What the team that receives the case is given.</summary>
internal static class SummaryCommands
{
    public static Command Summary()
    {
        var reference = DecisionCommands.OfCase();
        var command = new Command(
            "summary",
            "The summary for the team that receives the case, as text; the reading is put on record."
        )
        {
            reference,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var view = await hub.GetAsync<SummaryView>(
                    DecisionCommands.OfCase(parsed.GetRequiredValue(reference), "summary"),
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(view);
                    return;
                }

                Output.Line(view.Text);
                if (view.Given.All(each => each.OfFormer))
                {
                    Output.Line("It has been given to nobody.");
                }

                foreach (var each in view.Given)
                {
                    var former = each.OfFormer ? ", of a decision that no longer stands" : "";
                    Output.Line(
                        $"Given {Output.When(each.At)} to {each.Statement.Recipient}, {each.Statement.To}, {each.Statement.How}, by {each.Statement.By}{former}"
                    );
                }
            }
        );
        return command;
    }

    public static Command HandOver()
    {
        var reference = DecisionCommands.OfCase();
        var to = new Option<string>("--to") { Description = "The team.", Required = true };
        var recipient = new Option<string>("--recipient") { Description = "Who of them took it.", Required = true };
        var how = new Option<string>("--how") { Description = "e.g. secure e-mail, in person.", Required = true };
        var why = new Option<string?>("--why")
        {
            Description = "Why it is another team than the outcome's; needed where it is.",
        };
        var command = new Command("hand-over", "Puts on record that the team was given the summary.")
        {
            reference,
            to,
            recipient,
            how,
            why,
            Options.By,
            Options.Role,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var view = await hub.PostAsync<SummaryView>(
                    DecisionCommands.OfCase(parsed.GetRequiredValue(reference), "summary"),
                    new
                    {
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        To = parsed.GetRequiredValue(to),
                        Recipient = parsed.GetRequiredValue(recipient),
                        How = parsed.GetRequiredValue(how),
                        Why = parsed.GetValue(why),
                    },
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(view);
                    return;
                }

                var given = view.Given[^1].Statement;
                Output.Line(
                    $"{view.Summary.Enquiry?.ToString() ?? view.Summary.Contact}: {given.Recipient} of {given.To} has the summary, {given.Digest}."
                );
            }
        );
        return command;
    }
}
