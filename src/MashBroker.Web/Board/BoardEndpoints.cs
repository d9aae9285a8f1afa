using System.Runtime.CompilerServices;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Board;

/// <summary>The board as JSON, and the signal that it has changed.</summary>
internal static class BoardEndpoints
{
    /// <summary>However much happens, a browser is told at most this often.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(500);

    /// <summary>Minutes left go down even when nothing happens.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/api/board",
            async (BoardQuery board, CancellationToken cancellation) =>
                Results.Json(await board.ReadAsync(cancellation), MashJson.Options)
        );

        // Only "something changed" streams; the browser then fetches the page again, so that rights are checked anew.
        app.MapGet(
            "/board/events",
            (LedgerSignal signal, CancellationToken cancellation) =>
                TypedResults.ServerSentEvents(ChangesAsync(signal, cancellation), "changed")
        );
    }

    private static async IAsyncEnumerable<int> ChangesAsync(
        LedgerSignal signal,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        // One at once: without it no header is sent and the browser waits.
        for (var count = 0; ; count++)
        {
            var changed = signal.Any.Next;
            yield return count;
            await Task.Delay(Calm, cancellation);
            await Task.WhenAny(changed, Task.Delay(Longest, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
