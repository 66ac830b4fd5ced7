using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>Keys for tests, the same every time: their secrets are hashes of their names and protect nothing.</summary>
internal static class Keys
{
    public const string Origin = "registry.example/log";

    public static readonly NoteSigner Log = NoteSigner.Ed25519(Origin, Secret(Origin));
    public static readonly NoteSigner SecondLog = NoteSigner.EcdsaP256(Origin, P256("the log's second key"));
    public static readonly NoteSigner Stranger = NoteSigner.Ed25519("stranger.example", Secret("stranger"));

    public static NoteSigner Witness(string name) => NoteSigner.Witness($"{name}.example", Secret(name), new At(SeenAt));

    public static readonly DateTimeOffset SeenAt = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public static byte[] Secret(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));

    private static byte[] P256(string name)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Secret(name) });
        return key.ExportPkcs8PrivateKey();
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
