using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;

namespace MashBroker.Ledger.Outbox;

/// <summary>
/// Which letters of the outbox are kept under the family's key. Those that can say nothing of people stay clear: they are proof
/// of what was done, long after that key has been destroyed.
/// </summary>
internal static class OutboxCells
{
    public static async Task<byte[]> KeepAsync(
        LedgerTransaction ledger,
        LetterType type,
        EnquiryReference? enquiry,
        string column,
        MessageId letter,
        byte[] content
    )
    {
        if (!MayName(type))
        {
            return content;
        }

        var key = enquiry is null ? null : await EnquiryStore.KeyOfAsync(ledger, enquiry);
        return ledger.Vault.Protect(key ?? ledger.Vault.OfDay(ledger.Now), Of(column, letter), content);
    }

    /// <exception cref="ContentErasedException">It was erased.</exception>
    public static byte[] Open(ContentVault vault, LetterType type, string column, MessageId letter, byte[] kept) =>
        MayName(type) ? vault.Open(Of(column, letter), kept) : kept;

    private static bool MayName(LetterType type) =>
        type is LetterType.Request or LetterType.Amendment or LetterType.Withdrawal;

    private static Cell Of(string column, MessageId letter) => new("outbox", column, letter.ToString());
}
