using System.Security.Cryptography;

namespace PilotRegistry.Identity;

/// <summary>First passwords, for somebody to type: four groups of four from letters and digits that cannot be confused, 80 bits.</summary>
public static class Passwords
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(group => new string(group)));
}
