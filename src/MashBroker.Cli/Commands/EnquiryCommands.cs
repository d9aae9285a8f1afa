using System.CommandLine;
using MashBroker.Cli.Api;
using MashBroker.Web.Board;
using MashBroker.Web.Contacts;
using MashBroker.Web.Enquiries;

namespace MashBroker.Cli.Commands;

/// <summary>The multi-agency question about a child.</summary>
internal static class EnquiryCommands
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    public static Command Make()
    {
        var command = new Command("enquiry", "Enquiries: who was asked, who has answered, who has not.")
        {
            Options.At,
            Options.Json,
            Publish(),
            Decline(),
            List(),
            Show(),
            Watch(),
            Proof(),
        };
        foreach (var each in LifeCommands.Make())
        {
            command.Add(each);
        }

        return command;
    }

    private static Command Publish()
    {
        var contact = new Argument<string>("contact") { Description = "Reference of the contact." };
        var rating = new Option<string>("--rating")
        {
            Description = "red, amber, green, or the suggested one.",
            DefaultValueFactory = _ => "suggested",
        };
        var level = new Option<int?>("--level")
        {
            Description = "Level of need by your judgement, 1 to 4; the referrer's own stays beside it.",
        };
        var yes = new Option<string[]>("--yes")
        {
            Description =
                "Code of a criterion that the hub leaves to a person, and that you answer with yes. See 'mash contact show'.",
        };
        var yesBy = new Option<string?>("--yes-by")
        {
            Description = "Name of whoever answered with yes, where it is not who rates; with --yes-role.",
        };
        var yesRole = new Option<string?>("--yes-role") { Description = "Their role, as the hub names it." };
        var yesReason = new Option<string?>("--yes-reason")
        {
            Description = "Why the answer is yes; left out: the reason of the rating.",
        };
        var departs = Options.DepartsFromRole();
        var twice = new Option<string?>("--ask-twice-because")
        {
            Description = "Why agencies are asked although an enquiry about the same household is open.",
        };
        var command = new Command("publish", "A named person confirms the rating; the agencies are asked.")
        {
            contact,
            rating,
            level,
            Options.By,
            Options.Role,
            Options.Reason,
            yes,
            yesBy,
            yesRole,
            yesReason,
            departs,
            twice,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var reference = Uri.EscapeDataString(parsed.GetRequiredValue(contact));
                var after = await hub.PostAsync<ContactView>(
                    $"api/contacts/{reference}/rating",
                    new
                    {
                        Rating = parsed.GetRequiredValue(rating),
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        Reason = parsed.GetValue(Options.Reason),
                        LevelOfNeed = parsed.GetValue(level),
                        Answers = (parsed.GetValue(yes) ?? [])
                            .Select(code => new
                            {
                                Criterion = code,
                                Yes = true,
                                By = parsed.GetValue(yesBy),
                                Role = parsed.GetValue(yesRole),
                                Reason = parsed.GetValue(yesReason),
                            })
                            .ToArray(),
                        DepartsFromRole = parsed.GetValue(departs),
                        AskTwiceBecause = parsed.GetValue(twice),
                    },
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(after);
                    return after.LeakBlockedAt is null ? ExitCode.Done : ExitCode.Different;
                }

                if (after.LeakBlockedAt is not null)
                {
                    LeakCommands.Tell(after);
                    return ExitCode.Different;
                }

                Output.Line(
                    after.Enquiry is { } enquiry
                        ? $"{enquiry} published, {after.Rating}. Watch it: mash enquiry watch {enquiry}"
                        : $"The rating {after.Rating} is on record; the hub worker has not published it yet. See 'mash enquiry list'."
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static Command Decline()
    {
        var contact = new Argument<string>("contact") { Description = "Reference of the contact." };
        var reason = new Option<string>("--reason") { Description = "Why, in a sentence.", Required = true };
        var rating = Options.OwnRating();
        var ratingReason = Options.OwnRatingReason();
        var departs = Options.DepartsFromCriteria();
        var command = new Command("decline", "A named person decides that no multi-agency enquiry is made.")
        {
            contact,
            Options.By,
            Options.Role,
            reason,
            rating,
            ratingReason,
            departs,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var after = await hub.PostAsync<ContactView>(
                    $"api/contacts/{Uri.EscapeDataString(parsed.GetRequiredValue(contact))}/no-enquiry",
                    new
                    {
                        By = parsed.GetRequiredValue(Options.By),
                        Role = parsed.GetRequiredValue(Options.Role),
                        Reason = parsed.GetRequiredValue(reason),
                        Rating = parsed.GetValue(rating)?.ToLowerInvariant(),
                        RatingReason = parsed.GetValue(ratingReason),
                        DepartsFromCriteria = parsed.GetValue(departs),
                    },
                    cancellation
                );
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(after);
                    return;
                }

                Output.Line($"{after.Reference}: no multi-agency enquiry.");
                foreach (var remark in after.Remarks)
                {
                    Output.Line($"  note: {remark}");
                }
            }
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Enquiries by deadline, overdue on top.");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var enquiries = await hub.GetAsync<BoardEnquiry[]>("api/enquiries", cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(enquiries);
                    return;
                }

                Output.Table(
                    ["Enquiry", "Rating", "Returns due", "Min left", "Answered", "Late", "Missing", "Pack"],
                    enquiries.Select(enquiry =>
                        (IReadOnlyList<string>)
                            [
                                enquiry.Reference.ToString(),
                                enquiry.Rating.ToString(),
                                Output.When(enquiry.ReturnDueAt),
                                enquiry.AllInAt is null ? $"{enquiry.MinutesLeft}" : "all in",
                                $"{enquiry.Agencies.Count(agency => agency.AnsweredAt is not null)} of {enquiry.Agencies.Count(agency => agency.Standing is not Standing.NotAsked)}",
                                $"{enquiry.Agencies.Count(agency => agency.Late)}",
                                $"{enquiry.Agencies.Count(agency => agency.Missing)}",
                                enquiry.PackVersion == 0 ? "" : $"v{enquiry.PackVersion}",
                            ]
                    )
                );
            }
        );
        return command;
    }

    private static Command Show()
    {
        var reference = Reference();
        var command = new Command("show", "One enquiry: each agency and where it stands.") { reference };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                var enquiry = await ReadAsync(hub, parsed.GetRequiredValue(reference), cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(enquiry);
                    return;
                }

                Print(enquiry);
            }
        );
        return command;
    }

    private static Command Watch()
    {
        var reference = Reference();
        var command = new Command("watch", "Prints an enquiry whenever it changes, until all are in.") { reference };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At));
                using var timer = new PeriodicTimer(WatchInterval);
                string? last = null;
                do
                {
                    // The list is the board's and names nobody; the enquiry itself is read, and that put on record, when it changed.
                    var listed = await hub.GetAsync<BoardEnquiry[]>("api/enquiries", cancellation);
                    var name = parsed.GetRequiredValue(reference);
                    if (
                        last is not null
                        && listed.FirstOrDefault(each => each.Reference.ToString() == name) is { } now
                        && WordsOf(now) == last
                        && (now.AllInAt is null || now.PackVersion == 0)
                    )
                    {
                        continue;
                    }

                    var enquiry = await ReadAsync(hub, name, cancellation);
                    var standing = WordsOf(enquiry.Board);
                    if (standing != last)
                    {
                        last = standing;
                        if (parsed.GetValue(Options.Json))
                        {
                            Output.Json(enquiry);
                        }
                        else
                        {
                            Print(enquiry);
                        }
                    }

                    if (enquiry.Board.AllInAt is not null && enquiry.Board.PackVersion > 0)
                    {
                        return;
                    }
                } while (await timer.WaitForNextTickAsync(cancellation));
            }
        );
        return command;
    }

    private static Command Proof()
    {
        var reference = Reference();
        var root = Options.Root();
        var command = new Command(
            "proof",
            "Did they get it, did they answer in time? Verified from signed receipts and the record of acts, not from the board."
        )
        {
            reference,
            root,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var path =
                    $"api/enquiries/{Uri.EscapeDataString(parsed.GetRequiredValue(reference))}/evidence?content=false";
                var evidence = await hub.GetBytesAsync(path, cancellation);
                return EvidenceOutput.Verify(
                    evidence,
                    parsed.GetRequiredValue(root),
                    parsed.GetValue(Options.Json),
                    withActs: false
                );
            }
        );
        return command;
    }

    private static string WordsOf(BoardEnquiry enquiry) =>
        string.Join('|', enquiry.Agencies.Select(agency => $"{agency.Words}{agency.Late}{agency.Missing}"));

    private static Argument<string> Reference() => new("reference") { Description = "e.g. SEFTON-2026-000001." };

    private static Task<EnquiryView> ReadAsync(HubClient hub, string reference, CancellationToken cancellation) =>
        hub.GetAsync<EnquiryView>($"api/enquiries/{Uri.EscapeDataString(reference)}", cancellation);

    private static void Print(EnquiryView enquiry)
    {
        var board = enquiry.Board;
        Output.Line(
            $"{board.Reference}  {board.Rating}  raised by {enquiry.RaisedBy}  returns due {Output.When(board.ReturnDueAt)}"
                + $"  decision due {Output.When(board.DecisionDueAt)}"
                + (
                    board.WithdrawnAt is not null ? "  withdrawn"
                    : board.AllInAt is null ? $"  {board.MinutesLeft} min left"
                    : "  all in"
                )
        );
        foreach (var remark in board.Remarks)
        {
            Output.Line($"  note: {remark}");
        }

        foreach (var withheld in enquiry.Withheld)
        {
            Output.Line($"  withheld from {withheld.Name}: {withheld.Words}");
        }

        Output.Table(
            ["Agency", "Standing", "Mark", "Due", "Sent", "Received there", "Returned"],
            board.Agencies.Select(agency =>
                (IReadOnlyList<string>)
                    [
                        agency.Name,
                        agency.AskedAgain is { } again ? $"{agency.Words}\n{again}" : agency.Words,
                        agency.Missing ? "missing"
                        : agency.Late ? "late"
                        : "",
                        agency.DueAt is { } due ? Output.When(due) : "",
                        Output.When(agency.SentAt),
                        Output.When(agency.ReceiptedAt),
                        Output.When(agency.AnsweredAt),
                    ]
            )
        );
    }
}
