using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PilotRegistry.Bench.Installation;

/// <summary>
/// One visitor with one connection who asks for the same page again and again, with as little work of its own as there can
/// be: what a client costs would be added to both sides and make them look alike.
/// </summary>
internal sealed class Visitor : IDisposable
{
    private static readonly byte[] EndOfHeaders = "\r\n\r\n"u8.ToArray();

    private readonly TcpClient connection = new() { NoDelay = true };
    private readonly byte[] request;
    private readonly byte[] buffer = new byte[256 * 1024];

    private Visitor(Uri page) => request = Encoding.ASCII.GetBytes($"GET {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\n\r\n");

    public static async Task<Visitor> ComeAsync(Uri page)
    {
        var visitor = new Visitor(page);
        await visitor.connection.ConnectAsync(page.Host, page.Port);
        return visitor;
    }

    /// <summary>Asks and reads to the last byte of the body; anything but a whole 200 ends the bench.</summary>
    public async Task ReadAsync() => await BodyAsync();

    public async Task<byte[]> BodyOfFirstAsync() => (await BodyAsync()).ToArray();

    public void Dispose() => connection.Dispose();

    private async Task<ReadOnlyMemory<byte>> BodyAsync()
    {
        var stream = connection.GetStream();
        await stream.WriteAsync(request);
        var (read, start) = (0, -1);
        while (start < 0)
        {
            read += await MoreAsync(stream, read);
            start = buffer.AsSpan(0, read).IndexOf(EndOfHeaders) is >= 0 and var at ? at + EndOfHeaders.Length : -1;
        }

        var end = start + LengthOf(Encoding.ASCII.GetString(buffer, 0, start));
        while (read < end)
        {
            read += await MoreAsync(stream, read);
        }

        return buffer.AsMemory(start, end - start);
    }

    private async Task<int> MoreAsync(NetworkStream stream, int read) =>
        await stream.ReadAsync(buffer.AsMemory(read)) is > 0 and var more ? more : throw new InvalidOperationException("The registry closed the connection.");

    private static int LengthOf(string head)
    {
        const string length = "\r\nContent-Length: ";
        var at = head.IndexOf(length, StringComparison.OrdinalIgnoreCase);
        return head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && at > 0
            ? int.Parse(head[(at + length.Length)..].Split('\r')[0], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"Expected 200 with a length, got: {head}");
    }
}
