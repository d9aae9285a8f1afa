using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Rules;
using MashBroker.Web.Sharing;

namespace MashBroker.Cli.Commands;

/// <summary>What the hub and each agency agreed, and whether it holds today.</summary>
internal static class AgreementCommands
{
    public static Command Make() =>
        new("agreement", "Sharing agreements: what may be asked and told, for which purpose.")
        {
            Options.At,
            Options.Json,
            List(),
            Show(),
        };

    private static Command List()
    {
        var command = new Command("list", "Every agency of the hub and whether its agreement is in force today.");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var agreements = await hub.GetAsync<AgreementView[]>("api/agreements", cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(agreements);
                    return;
                }

                Output.Table(
                    ["Agency", "Version", "From", "Until", "Today"],
                    agreements.Select(each =>
                        (IReadOnlyList<string>)
                            [
                                each.Name,
                                each.Version ?? "none signed",
                                each.From is { } first ? Output.Day(first) : "none signed",
                                each.Version is null ? "none signed" : Until(each),
                                each.Words,
                            ]
                    )
                );
            }
        );
        return command;
    }

    private static Command Show()
    {
        var agency = new Argument<string>("agency") { Description = "Code of the agency, e.g. police." };
        var command = new Command("show", "One agency: whom it is asked about, what it sees, what it may return.")
        {
            agency,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var each = await hub.GetAsync<AgreementView>(
                    $"api/agreements/{Uri.EscapeDataString(parsed.GetRequiredValue(agency))}",
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(each);
                    return;
                }

                Output.Line($"{each.Name}: {each.Words}");
                if (each.Version is { } version)
                {
                    Output.Line($"  version {version}, from {Output.Day(each.From!.Value)}, until {Until(each)}");
                    Output.Line($"  for         {string.Join(", ", each.Purposes.Select(PlainNames.OfCode))}");
                }

                Output.Line($"  asked about {string.Join(", ", each.AskedAbout.Select(role => role.InWords()))}");
                Output.Line(
                    $"  is told     names, births, addresses{string.Concat(each.MaySee.Select(one => $", {PlainNames.OfTold(one)}"))}"
                );
                Output.Line($"  may return  {string.Join(", ", each.MayReturn.Select(PlainNames.OfRecord))}");
            }
        );
        return command;
    }

    private static string Until(AgreementView each) => each.Until is { } last ? Output.Day(last) : "further notice";
}
