using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing;
using MashBroker.Sealing.Trust;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>Revocation lists between us and <c>openssl</c>, both ways: other authorities sign with it, other languages read with it.</summary>
internal sealed class OpensslListTests
{
    private const string Configuration = """
        [ca]
        default_ca = own
        [own]
        database = index.txt
        crlnumber = number
        default_md = sha256
        default_crl_days = 7
        crl_extensions = extensions
        [extensions]
        authorityKeyIdentifier = keyid
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string _folder = "";

    [OneTimeSetUp]
    public void LookForOpenssl()
    {
        try
        {
            Run(_folder, "version");
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no openssl on this machine.");
        }
    }

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mash-openssl-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Openssl_reads_our_list_and_refuses_whom_it_names()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var parties = new SampleParties("sefton", ["police", "health"], now);
        SampleAuthority.Revoke(parties.Folder, each => each.Party == "police", now);
        var hub = parties.FolderOf("hub");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verify(hub, parties.FolderOf("health")), Is.Zero);
            Assert.That(Verify(hub, parties.FolderOf("police")), Is.Not.Zero);
        }
    }

    [Test]
    public void We_read_a_list_that_openssl_signed()
    {
        Make(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /O=sefton/CN=root -days 10 -keyout ca.key -out ca.crt "
                + "-addext keyUsage=critical,keyCertSign,cRLSign"
        );
        File.WriteAllText(Path.Combine(_folder, "own.cnf"), Configuration);
        File.WriteAllText(Path.Combine(_folder, "number"), "1A\n");
        File.WriteAllText(
            Path.Combine(_folder, "index.txt"),
            "R\t300101000000Z\t260601000000Z,keyCompromise\t0080FF\tunknown\t/O=sefton/CN=police\n"
        );
        Make("ca -config own.cnf -gencrl -keyfile ca.key -cert ca.crt -out list.pem");
        using var root = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder, "ca.crt"));
        var pem = File.ReadAllText(Path.Combine(_folder, "list.pem"));
        var der = Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);

        var list = RevocationList.Read(der, root, out var fault);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list?.Number, Is.EqualTo(0x1A), fault);
            Assert.That(list?.Revokes(RevocationList.SerialText([0x00, 0x80, 0xFF])), Is.True);
            Assert.That(list?.Revokes(RevocationList.SerialText([0x80, 0xFE])), Is.False);
        }
    }

    private static int Verify(string hub, string party) =>
        Run(
            hub,
            "verify",
            "-crl_check",
            "-CRLfile",
            TrustRegister.RevocationListFile,
            "-CAfile",
            "root.crt",
            Path.Combine(party, "signing.crt")
        );

    private void Make(string arguments) => Assert.That(Run(_folder, arguments.Split(' ')), Is.Zero, arguments);

    private static int Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new TimeoutException("openssl does not end.");
        }
        return process.ExitCode;
    }
}
