using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;

namespace MashBroker.Sealing;

/// <summary>What a letter's head must say, once its signatures hold: written by its signer, to us, for now and for here.</summary>
internal static class HeadChecks
{
    /// <summary>A sender's clock may be wrong, by a day or over a weekend's repair; a letter from further ahead is no mistake.</summary>
    public static readonly TimeSpan FurthestAhead = TimeSpan.FromHours(48);

    public static (SealFault Fault, string? Detail) Judge(
        LetterReading reading,
        Party signer,
        Party own,
        DateTimeOffset now,
        IReadOnlySet<LetterType> taken
    )
    {
        if (reading.Letter is not { Head: var head })
        {
            return (FaultOf(reading.Fault), reading.Detail);
        }
        if (head.Hub != own.Hub || signer.Hub != own.Hub)
        {
            return (SealFault.WrongHub, "It is of another hub.");
        }
        if (head.Sender != signer.Name)
        {
            return (SealFault.SenderIsNotSigner, $"It was signed by {signer} and names another sender.");
        }
        if (head.Recipient != own.Name)
        {
            return (SealFault.RecipientIsNotUs, $"It was sealed to {own} and is written to somebody else.");
        }
        if (head.Profile != SealProfile.Name)
        {
            return (SealFault.WrongProfile, $"It was not written under the seal profile {SealProfile.Name}.");
        }
        if (now > head.ExpiresAt)
        {
            return (SealFault.Expired, $"It expired at {head.ExpiresAt:u}.");
        }
        if (head.IssuedAt - now > FurthestAhead)
        {
            return (SealFault.IssuedInTheFuture, $"It was issued at {head.IssuedAt:u}: the sender's clock is wrong.");
        }
        return taken.Contains(head.Type)
            ? (SealFault.None, null)
            : (SealFault.TypeNotTakenHere, $"Letters of the type {head.Type} are not taken here.");
    }

    private static SealFault FaultOf(LetterFault fault) =>
        fault switch
        {
            LetterFault.UnknownType => SealFault.TypeNotTakenHere,
            LetterFault.UnknownVersion => SealFault.VersionUnknown,
            LetterFault.DoesNotFitSchema => SealFault.ContentDoesNotFitSchema,
            _ => SealFault.UnreadableContent,
        };
}
