using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Web.Decisions;

/// <summary>Reads what was decided from one consistent state of the ledger.</summary>
internal sealed class DecisionQuery(HubProfile profile, TimeProvider clock)
{
    public async Task<DecisionView> ReadAsync(LedgerSession session, EnquiryRow enquiry)
    {
        var now = clock.GetUtcNow();
        var rows = await DecisionStore.OfEnquiryAsync(session, enquiry.Reference);
        var addenda = await AddendumStore.OfEnquiryAsync(session, enquiry.Reference);
        var entries = await CaseFile.ReadAsync(session, enquiry.ContactReference);
        var stated = entries.ToDictionary(entry => entry.Number, entry => entry.Statement);
        var requests = await EnquiryStore.RequestsOfAsync(session, enquiry.Reference);
        var clocks = await CaseClocks.OfCaseAsync(session, enquiry.ContactReference);
        var contact = (await ContactStore.FindAsync(session, enquiry.ContactReference))!;
        return new DecisionView
        {
            Enquiry = enquiry.Reference,
            DueAt = enquiry.DecisionDueAt,
            MinutesOver = enquiry.DecisionMinutesOver(now),
            WithdrawnAt = enquiry.WithdrawnAt,
            Decisions = [.. rows.Select(row => Of(row, (Decision)stated[row.Entry]))],
            Addenda =
            [
                .. addenda.Select(row =>
                    Of(
                        row,
                        row.Entry is { } entry ? (AddendumJudgement)stated[entry] : null,
                        requests,
                        Until(row, rows) ?? now
                    ) with
                    {
                        LookAgain = LookAgain(
                            rows[^1],
                            clocks.LastOrDefault(each =>
                                each.Kind is CaseClockKind.DecisionAnew && each.About == AddendumStore.About(row.Number)
                            ),
                            stated.Values.OfType<DecisionKept>().LastOrDefault(kept => kept.Addendum == row.Number),
                            now
                        ),
                    }
                ),
            ],
            HeldBy = await HolderOfCase.InWordsAsync(session, profile, contact),
            NewReferralThrough = await ClosedCase.IsAsync(session, profile, contact)
                ? profile.AfterClosing.NewReferralThrough
                : null,
            Remarks =
            [
                .. await DecisionRemarks.OfAsync(session, profile, contact, clocks),
                .. NotOnRecord.AtDecision(
                    profile,
                    await LookupStore.ReadAsync(session, contact, profile.Zone),
                    // What was not on record when it was decided was not, whatever was added since.
                    [
                        .. entries
                            .Where(entry => rows.Count == 0 || entry.At <= rows[^1].DecidedAt)
                            .Select(entry => entry.Statement),
                    ],
                    rows is [.., var latest] ? latest.DecidedAt : now,
                    profile.Outcomes.FirstOrDefault(outcome => rows.Count > 0 && outcome.Code == rows[^1].Outcome)
                ),
            ],
            Choice = rows.Count > 0 ? null : Choice(enquiry, requests, now),
        };
    }

    private DecisionChoice Choice(EnquiryRow enquiry, IReadOnlyList<RequestRow> requests, DateTimeOffset now) =>
        new()
        {
            Outcomes =
            [
                .. profile.Outcomes.Select(outcome => new OutcomeChoice(
                    outcome.Code,
                    outcome.Name,
                    outcome.Receiver,
                    outcome.OverseenBy
                )),
            ],
            DecidedBy = profile.DecisionMakers.By,
            TogetherWith = profile.DecisionMakers.JointlyWith,
            RecommendedBy = profile.DecisionMakers.RecommendedBy,
            Absent = [.. Absentee.Among(requests, enquiry.DecisionDueAt, now).Select(Absent.Of)],
            PackVersion = enquiry.PackVersion,
        };

    private DecisionRecord Of(DecisionRow row, Decision stated)
    {
        return new DecisionRecord
        {
            Number = row.Number,
            Supersedes = row.Supersedes,
            Outcome = row.Outcome,
            OutcomeName = NameOf(row.Outcome),
            Receiver = profile.Outcomes.FirstOrDefault(outcome => outcome.Code == row.Outcome)?.Receiver,
            DecidedAt = row.DecidedAt,
            MinutesOver = row.MinutesOver,
            Stated = stated,
            Recommended = [.. stated.Recommended.Select(one => new Recommended(one.By, one.Role, NameOf(one.Outcome)))],
            Absent = [.. row.Absentees.Select(Absent.Of)],
            Frozen = row is { PackVersion: { } version, PackDigest: { } digest, Original: { } original }
                ? new FrozenPack(version, digest, original)
                : null,
        };
    }

    private string NameOf(string code) =>
        profile.Outcomes.FirstOrDefault(outcome => outcome.Code == code)?.Name ?? code;

    private static LookedAtAgain? LookAgain(
        DecisionRow standing,
        CaseClock? limit,
        DecisionKept? kept,
        DateTimeOffset now
    ) =>
        limit is null
            ? null
            : new LookedAtAgain(
                $"{standing.DecidedBy}, {standing.Role}",
                limit.DueAt,
                limit.EndedAt,
                limit.MinutesOver(now),
                kept
            );

    // Nobody is late with it any more once it was judged, or decided anew.
    private static DateTimeOffset? Until(AddendumRow row, IEnumerable<DecisionRow> decisions) =>
        row.JudgedAt ?? decisions.FirstOrDefault(decision => decision.Number == row.DecidedAnew)?.DecidedAt;

    /// <param name="until">When it was settled; now where it is not.</param>
    private static AddendumRecord Of(
        AddendumRow row,
        AddendumJudgement? judgement,
        IEnumerable<RequestRow> requests,
        DateTimeOffset until
    ) =>
        new()
        {
            Number = row.Number,
            Decision = row.Decision,
            DecidedAnew = row.DecidedAnew,
            Agencies =
            [
                .. requests
                    .Where(request => row.Agencies.Contains(request.Agency))
                    .Select(request => request.AgencyName),
            ],
            AddedAt = row.AddedAt,
            PackVersion = row.PackVersion,
            PackDigest = row.PackDigest,
            ToBeTold = row.ToBeTold,
            DueAt = row.DueAt,
            MinutesOver = until > row.DueAt ? (int)Math.Ceiling((until - row.DueAt).TotalMinutes) : null,
            JudgedAt = row.JudgedAt,
            Judgement = judgement is null ? null : judgement with { Salt = null },
        };
}
