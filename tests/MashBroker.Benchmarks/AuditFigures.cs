using System.Diagnostics;
using MashBroker.Contracts;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;

namespace MashBroker.Benchmarks;

internal static class AuditFigures
{
    private const int Rows = 1_000_000;
    private const int RowsACommit = 1000;

    public static async Task<object> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mash-audit-").FullName;
        try
        {
            var file = Path.Combine(folder, "ledger.db");
            var (write, startCpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            using (
                var ledger = await Ledger.Ledger.OpenAsync(
                    new LedgerOptions { File = file },
                    TimeProvider.System,
                    new LedgerSignal(),
                    CancellationToken.None
                )
            )
            {
                for (var row = 0; row < Rows; row += RowsACommit)
                {
                    await ledger.WriteAsync(change => AppendAsync(change, row), CancellationToken.None);
                }
            }

            var (written, writeCpu) = (write.Elapsed, Environment.CpuUsage.TotalTime - startCpu);
            GC.Collect();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var verify = Stopwatch.StartNew();
            var verdict = AuditVerification.Run(file, [], null, CancellationToken.None);
            var verified = verify.Elapsed;
            return new
            {
                How = $"{Rows} rows appended through the store, {RowsACommit} a commit, then followed from the file as 'mash audit verify' does.",
                verdict.Rows,
                Whole = verdict.Fault is null,
                VerifySeconds = Math.Round(verified.TotalSeconds, 2),
                AppendMicrosecondsOfProcessor = Math.Round(writeCpu.TotalMicroseconds / Rows, 1),
                AppendSeconds = Math.Round(written.TotalSeconds, 1),
                MegabytesKeptWhileVerifying = Math.Round((GC.GetTotalMemory(true) - before) / 1048576.0, 1),
                FileMegabytes = new FileInfo(file).Length / 1048576,
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AppendAsync(LedgerTransaction change, int first)
    {
        for (var row = first; row < first + RowsACommit; row++)
        {
            // About as many rows as an enquiry has.
            var enquiry = EnquiryReference.For("sample", 2026, 1 + (row / 60));
            await AuditStore.AppendAsync(
                change,
                "hub",
                AuditAct.RequestSealed,
                enquiry,
                "police",
                "digest 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                "children-act-1989-s47",
                "safeguarding-enquiry",
                "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"
            );
        }
    }
}
