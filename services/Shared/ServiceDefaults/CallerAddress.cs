using System.Net;
using System.Net.Sockets;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Who counts as one caller where requests are limited: an IPv4 address; of IPv6 the network of 64 bits, since whoever has one address
/// has as many of it as he likes (RFC 6177, RFC 8981).
/// </summary>
public static class CallerAddress
{
    public static string Of(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64",
        _ => address.ToString()
    };
}
