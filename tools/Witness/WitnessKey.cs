using System.Security.Cryptography;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Witness;

/// <summary>The witness's key in a file: its name, and its secret in base64.</summary>
public static class WitnessKey
{
    private const int SecretLength = 32;

    /// <summary>Makes a key, writes it to a file that must not exist, and gives the public half to be pinned by others.</summary>
    public static string Create(string name, string file)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        var signer = NoteSigner.Witness(name, secret, TimeProvider.System);
        var pinned = VerifierKey.Parse(signer.Key.ToString()).ToString();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write($"{name} {Convert.ToBase64String(secret)}\n");
        return pinned;
    }

    /// <exception cref="FormatException">Not a file of <see cref="Create"/>.</exception>
    public static NoteSigner Read(string file, TimeProvider clock) =>
        File.ReadAllText(file).Trim().Split(' ') is [var name, var secret] && Convert.FromBase64String(secret) is { Length: SecretLength } bytes
            ? NoteSigner.Witness(name, bytes, clock)
            : throw new FormatException($"{file} does not hold a witness's key: make one with --new-key NAME FILE.");
}
