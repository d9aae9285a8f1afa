using System.Security.Cryptography;
using MashBroker.Contracts.Cases;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Evidence;
using MashBroker.Rules;
using MashBroker.Sealing;

namespace MashBroker.Correlation.Decisions;

/// <summary>
/// Freezes and signs the pack as it stood when somebody decided, and puts what comes afterwards beside it. The frozen version is
/// never written again.
/// </summary>
internal sealed class DecisionFreeze(HubProfile profile, Sealer sealer)
{
    private const int SaltSize = 16;

    private readonly HubClock _clock = new(profile);

    /// <returns>The version that is frozen.</returns>
    public async Task<int> FreezeAsync(LedgerTransaction transaction, PackSource source)
    {
        var reference = source.Enquiry.Reference;
        var decision = (await DecisionStore.ToFreezeAsync(transaction, reference))!;
        var stood = AsItStood.At(source, decision);
        var pack = PackAssembly.Assemble(stood) with
        {
            Decision = Of(source, decision) with
            {
                Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltSize)),
            },
        };
        var written = await WrittenPack.WriteAsync(transaction, source.Enquiry, pack, decision.LastReturn);
        var statement = new DecisionStatement
        {
            Statement = DecisionStatement.Kind,
            Hub = profile.Code,
            Enquiry = reference,
            Number = decision.Number,
            Supersedes = decision.Supersedes,
            Outcome = decision.Outcome,
            OutcomeName = NameOf(decision.Outcome),
            DecidedAt = decision.DecidedAt,
            DueAt = decision.DueAt,
            MinutesOver = decision.MinutesOver,
            By = decision.DecidedBy,
            Role = decision.Role,
            Absentees = decision.Absentees,
            PackVersion = written.Version,
            PackDigest = written.Digest,
        };
        var signed = await SignAsync(transaction, statement.Write());
        await DecisionStore.FreezeAsync(transaction, decision, written.Version, written.Digest, signed);
        return written.Version;
    }

    /// <summary>A version that freezes nothing and is no addendum; after a decision it says what was decided.</summary>
    /// <returns>The version.</returns>
    public async Task<int> WriteAsync(LedgerTransaction transaction, PackSource source)
    {
        var pack = PackAssembly.Assemble(source);
        if (await DecisionStore.StandingAsync(transaction, source.Enquiry.Reference) is { } decision)
        {
            pack = pack with { Decision = Of(source, decision) with { FrozenVersion = decision.PackVersion } };
        }

        return (await WrittenPack.WriteAsync(transaction, source.Enquiry, pack)).Version;
    }

    /// <returns>The version beside the frozen one.</returns>
    public async Task<int> AddAsync(LedgerTransaction transaction, PackSource source)
    {
        var reference = source.Enquiry.Reference;
        var decision = (await DecisionStore.StandingAsync(transaction, reference))!;
        var agencies = await AddendumStore.AgenciesOwedAsync(transaction, reference);
        var number = await AddendumStore.NextNumberAsync(transaction, reference);
        var pack = PackAssembly.Assemble(source) with
        {
            Decision = Of(source, decision) with { FrozenVersion = decision.PackVersion },
            Addendum = new PackAddendum(number, agencies),
        };
        var written = await WrittenPack.WriteAsync(transaction, source.Enquiry, pack);
        var statement = new AddendumStatement
        {
            Statement = AddendumStatement.Kind,
            Hub = profile.Code,
            Enquiry = reference,
            Number = number,
            Decision = decision.Number,
            Agencies = agencies,
            AddedAt = transaction.Now,
            PackVersion = written.Version,
            PackDigest = written.Digest,
        };
        var contact = (await ContactStore.FindAsync(transaction, source.Enquiry.ContactReference))!;
        await AddendumStore.AddAsync(
            transaction,
            contact,
            new NewAddendum
            {
                Number = number,
                Decision = decision,
                PackVersion = written.Version,
                PackDigest = written.Digest,
                Agencies = agencies,
                ToBeTold = await ToBeToldAsync(transaction, contact, decision),
                // No seed gives a figure: as long as an agency has for a return. ops/decisions/0082.
                DueAt = _clock.ReturnDue(source.Enquiry.Rating, transaction.Now).At,
                Original = await SignAsync(transaction, statement.Write()),
            }
        );
        return written.Version;
    }

    private async Task<IReadOnlyList<string>> ToBeToldAsync(
        LedgerTransaction transaction,
        ContactRow contact,
        DecisionRow decision
    )
    {
        var holder = await HolderOfCase.InWordsAsync(transaction, profile, contact);
        return [$"{decision.DecidedBy}, {decision.Role}", .. holder is null ? (string[])[] : [holder]];
    }

    private PackDecision Of(PackSource source, DecisionRow row)
    {
        var stated = (Decision)source.Case.Single(entry => entry.Number == row.Entry).Statement;
        return new PackDecision
        {
            Number = row.Number,
            Supersedes = row.Supersedes,
            Outcome = row.Outcome,
            OutcomeName = NameOf(row.Outcome),
            DecidedAt = row.DecidedAt,
            MinutesOver = row.MinutesOver,
            By = stated.By,
            Role = stated.Role,
            With = stated.With,
            Recommended =
            [
                .. stated.Recommended.Select(one => new PackRecommendation(
                    one.By,
                    one.Role,
                    one.Outcome,
                    NameOf(one.Outcome)
                )),
            ],
            Reason = stated.Reason,
            Why = stated.Why,
            Considered = stated.Considered,
            Absentees = row.Absentees,
        };
    }

    private string NameOf(string code) =>
        profile.Outcomes.FirstOrDefault(outcome => outcome.Code == code)?.Name ?? code;

    private async Task<byte[]> SignAsync(LedgerTransaction transaction, byte[] statement)
    {
        var signed = sealer.SignStatement(statement);
        await ProofStore.AddCertificateAsync(transaction, sealer.Certificate);
        return signed;
    }
}
